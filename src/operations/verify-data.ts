// Checks a data folder against its own record: every leaf, node, signature, manifest and stored byte.
import { join } from 'node:path';
import { prefixOf } from '#record/checkpoint.ts';
import { sha256Hex, writeManifest } from '#record/manifest.ts';
import { nodesInTile, tilePath, tilesOfTree, writeEntries, writeHashTile } from '#record/tile.ts';
import { type Audit, type AuditedRevision, type AuditedText, openAudit } from '#store/audit.ts';
import type { Audited } from '#store/audited.ts';
import { StoreError } from '#store/store-error.ts';
import { readIfThere } from './durable-file.ts';
import { savedNote } from './record-guard.ts';
import type { RecordedText } from './verify-acts.ts';
import type { ReportFault, Verified, VerifyOptions } from './verify-fault.ts';
import { checkForum } from './verify-forum.ts';
import { addressOf, type Names, verifyLog } from './verify-log.ts';
import { rowOf } from './verify-row.ts';
import { type CheckedLog, checkContinuations, checkEarlier, checkHead } from './verify-tree.ts';

interface DataFolder {
  readonly dataFolder: string;
  /** Where the copy of the last checkpoint lies. */
  readonly guardFile?: string;
}

/** Never writes. Each fault is reported as it is found; what is answered says how much was looked at. */
export function verifyData({ dataFolder, guardFile }: DataFolder, options: VerifyOptions): Verified {
  const { report } = options;
  const audit = openOrReport(dataFolder, report);
  if (!audit) return NOTHING;
  try {
    for (const problem of audit.problems()) report('database', dataFolder, problem);
    const names = textNames(audit, report);
    const logs = rowOf(audit.logs(), 'log', report) ?? [];
    const verified = logs.map((log) => verifyLog({ audit, log, names, isLast: log === logs.at(-1) }, options));
    const last = verified.at(-1);
    // Published, and no log at all.
    if (!last) return { ...NOTHING, ...checkTexts({ audit, names, texts: new Map() }, options) };
    for (const log of verified) checkWritten(dataFolder, log, report);
    const saved = savedNote({ dataFolder, ...(guardFile !== undefined && { guardFile }) });
    if (saved) checkHead({ ...last, note: saved.note, address: saved.path }, report);
    if (options.earlier) checkEarlier(options.earlier, verified, report);
    const continued = checkContinuations(verified, report);
    const files = checkTexts({ audit, names, texts: last.texts }, options);
    const { origin, tree, unsigned } = last;
    const contributions = checkForum(
      {
        audit,
        logs: new Map(verified.map(({ number, parsed }) => [number, parsed])),
        addressOf: ({ id, textId }) => `/${names.get(textId)?.slug ?? `text/${textId}`}/forum/${id}`,
      },
      report,
    );
    return { ...NOTHING, origin, leaves: tree.size, ...files, contributions, unsigned, continued };
  } finally {
    audit.close();
  }
}

const NOTHING: Verified = {
  origin: '',
  leaves: 0,
  revisions: 0,
  files: 0,
  contributions: 0,
  unsigned: 0,
  withheld: 0,
  continued: null,
};

/** A database too damaged to be opened is a fault like others; one that may not be read is not. */
function openOrReport(dataFolder: string, report: ReportFault): Audit | null {
  try {
    return openAudit({ dataFolder });
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'damaged' && error.code !== 'foreign-database') throw error;
    report('database', dataFolder, error instanceof Error ? error.message : String(error));
    return null;
  }
}

function textNames(audit: Audit, report: ReportFault): Names {
  return new Map((rowOf(audit.texts(), 'text', report) ?? []).map((text) => [text.textId, text]));
}

/** The files of a log are derived and may be missing; those that are there must be right. */
function checkWritten(dataFolder: string, log: CheckedLog, report: ReportFault): void {
  const { tree, leaves, origin } = log;
  const prefix = prefixOf(origin);
  const folder = join(dataFolder, prefix);
  const note = readIfThere(join(folder, 'checkpoint'))?.toString();
  if (note !== undefined) checkHead({ ...log, note, address: `/${prefix}/checkpoint` }, report);
  for (const tile of tilesOfTree(tree.size)) {
    const written = readIfThere(join(folder, tilePath(tile)));
    if (!written) continue;
    const computed =
      tile.level === 'entries'
        ? writeEntries(leaves.slice(tile.index * 256, tile.index * 256 + tile.width))
        : writeHashTile(nodesInTile(tile).map(tree.node));
    if (Buffer.compare(written, computed) !== 0) report('tile', `/${prefix}/${tilePath(tile)}`);
  }
}

interface Texts {
  readonly audit: Audit;
  readonly names: Names;
  readonly texts: ReadonlyMap<string, RecordedText>;
}

/** Every revision has its leaf and every leaf its revision, and each byte is the published one. */
function checkTexts({ audit, names, texts }: Texts, { report, expect, advance }: VerifyOptions) {
  const ids = new Set([...names.keys(), ...texts.keys()]);
  let revisions = 0;
  expect?.(ids.size);
  for (const textId of ids) {
    advance?.(1);
    const recorded = texts.get(textId)?.revisions ?? new Map();
    const stored = rowOf(audit.revisionNumbers(textId), addressOf(names, { text: textId, revision: 0 }), report) ?? [];
    for (const number of new Set([...stored, ...recorded.keys()])) {
      const address = addressOf(names, { text: textId, revision: number });
      const expected = recorded.get(number);
      if (!expected) report('unrecorded', address);
      else checkRevision(audit.revision(textId, number), { address, ...expected }, report);
      revisions += 1;
    }
    checkState(names.get(textId), texts.get(textId), report);
  }
  return { revisions, files: revisions * 4 };
}

function checkRevision(
  audited: Audited<AuditedRevision>,
  { address, manifest, at }: { readonly address: string; readonly manifest: string; readonly at: string },
  report: ReportFault,
): void {
  const revision = rowOf(audited, address, report);
  if (revision === undefined) return;
  if (revision === null) {
    report('missing', address);
    return;
  }
  const files = Object.entries(revision.files).map(([path, bytes]) => ({ path, bytes }));
  const computed = writeManifest(files);
  const stored = revision.manifest === null ? computed : Buffer.from(revision.manifest).toString('latin1');
  const isManifestSound = sha256Hex(Buffer.from(stored, 'latin1')) === manifest;
  if (!isManifestSound) report('manifest', `${address}/manifest.txt`);
  // Where the manifest itself is unsound nothing says which of the files is, unless they still give the published one.
  const lines = new Set(
    (isManifestSound ? stored : sha256Hex(Buffer.from(computed)) === manifest ? computed : '').split('\n'),
  );
  for (const { path, bytes } of files) {
    if (lines.size > 1 && !lines.has(`${sha256Hex(bytes)}  ${path}`)) report('file', `${address}/${path}`);
  }
  if (revision.publishedAt.slice(0, 19) !== at.slice(0, 19)) report('state', address, revision.publishedAt);
}

/** What the site shows of a text is what the record says of it last. */
function checkState(text: AuditedText | undefined, recorded: RecordedText | undefined, report: ReportFault): void {
  const address = `/${text?.slug ?? `text/${recorded?.textId}`}`;
  if ((text?.number ?? 0) !== (recorded?.revisions.size ?? 0)) report('state', address, text?.number ?? 0);
  if ((text?.isWithdrawn ?? false) !== (recorded?.isWithdrawn ?? false)) report('state', address);
}
