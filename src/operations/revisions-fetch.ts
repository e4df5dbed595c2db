// Revisions as a mirror or a site has them, made ready to be published again exactly as they were.
import type { Metadata } from '#domain/metadata.ts';
import type { TextId } from '#domain/text.ts';
import type { Leaf } from '#record/leaf.ts';
import { readManifest, sha256Hex } from '#record/manifest.ts';
import { findRevision, findRevisionIds } from '#store/revisions.ts';
import type { Prepared } from '#workers/tasks.ts';
import type { Context } from './context.ts';
import { RECORDED_FILES } from './record-manifest.ts';
import type { ReadFile } from './site-copy.ts';
import { bytesOf } from './verify-copy.ts';
import type { ReportFault, VerifyOptions } from './verify-fault.ts';
import { work } from './work.ts';

type PublishLeaf = Extract<Leaf, { readonly kind: 'revision.publish' }>;

export interface FetchedRevision {
  readonly source: string;
  /** With the body, the words and the ids that were published. */
  readonly prepared: Prepared;
}

/** By `<text id>/<number>`; null, and each reported, when any is not to be had. */
export async function fetchRevisions(
  context: Context,
  { read, published }: { readonly read: ReadFile; readonly published: readonly PublishLeaf[] },
  { report, expect, advance }: VerifyOptions,
): Promise<ReadonlyMap<string, FetchedRevision> | null> {
  const fetched = new Map<string, FetchedRevision>();
  let isWhole = true;
  expect?.(published.length);
  for (const leaf of published) {
    advance?.(1);
    const name = `${leaf.text}/${leaf.revision}`;
    if (fetched.has(name)) continue;
    const files = (await storedFiles(context, leaf)) ?? (await fetchFiles(read, leaf, report));
    if (!files) isWhole = false;
    else fetched.set(name, await prepareAgain(context, { leaf, files, fetched }));
  }
  return isWhole ? fetched : null;
}

type Files = Readonly<Record<keyof typeof RECORDED_FILES, string>>;

/** A text that only returned is here already. */
async function storedFiles({ store }: Context, leaf: PublishLeaf): Promise<Files | null> {
  const revision = await findRevision(store.reader, { textId: leaf.text as TextId, number: leaf.revision });
  if (!revision) return null;
  const { source, bodyHtml, plainText, metadata } = revision;
  return {
    'source.md': source,
    'body.html': bodyHtml,
    'plain.txt': plainText,
    'metadata.json': JSON.stringify(metadata),
  };
}

async function fetchFiles(
  read: ReadFile,
  { text, revision, manifest }: PublishLeaf,
  report: ReportFault,
): Promise<Files | null> {
  const folder = `text/${text}/${revision}`;
  const bytes = bytesOf(await read(`${folder}/manifest.txt`));
  const sums = bytes && sha256Hex(bytes) === manifest ? readManifest(Buffer.from(bytes).toString()) : null;
  if (!sums) {
    report(bytes ? 'manifest' : 'missing', `/${folder}/manifest.txt`);
    return null;
  }
  const files: [string, string][] = [];
  for (const path of Object.keys(RECORDED_FILES)) {
    const file = bytesOf(await read(`${folder}/${path}`));
    if (file && sha256Hex(file) === sums.get(path)) files.push([path, Buffer.from(file).toString()]);
    else report(file ? 'file' : 'missing', `/${folder}/${path}`);
  }
  return files.length === Object.keys(RECORDED_FILES).length ? (Object.fromEntries(files) as Files) : null;
}

/** What is derived is made again from the source; what was published is taken as it was, and with it the ids of its blocks. */
async function prepareAgain(
  context: Context,
  { leaf, files, fetched }: { readonly leaf: PublishLeaf; readonly files: Files; readonly fetched: FetchedSoFar },
): Promise<FetchedRevision> {
  const before = fetched.get(`${leaf.text}/${leaf.revision - 1}`)?.prepared;
  const previous =
    before ?? (await findRevisionIds(context.store.reader, { textId: leaf.text as TextId, number: leaf.revision - 1 }));
  const source = files['source.md'];
  const prepared = await work(context, 'prepare', {
    source,
    previousBlocks: previous.blocks,
    previousNotes: previous.notes,
    language: context.settings.siteLanguage,
  });
  if (!prepared.ok) throw new Error(`text/${leaf.text}/${leaf.revision}: ${JSON.stringify(prepared.mistakes)}`);
  const published = {
    bodyHtml: files['body.html'],
    plainText: files['plain.txt'],
    metadata: JSON.parse(files['metadata.json']) as Metadata,
  };
  return { source, prepared: { ...withIdsOf(prepared.value, published.bodyHtml), ...published } };
}

type FetchedSoFar = ReadonlyMap<string, FetchedRevision>;

/** Blocks and notes stand in the body in one order, whatever they are called. */
function withIdsOf(prepared: Prepared, body: string): Prepared {
  const [made, published] = [idsIn(prepared.bodyHtml), idsIn(body)];
  if (made.length !== published.length) return prepared;
  const names = new Map(made.map((id, at) => [id, published[at]!]));
  const renamed = <T extends { readonly id: string }>(one: T): T => ({ ...one, id: names.get(one.id) ?? one.id });
  const contents = prepared.contents.map(renamed);
  return { ...prepared, blocks: prepared.blocks.map(renamed), notes: prepared.notes.map(renamed), contents };
}

const idsIn = (body: string) => [...new Set([...body.matchAll(/ id="([a-z][a-z2-9]{6})"/g)].map(([, id]) => id!))];
