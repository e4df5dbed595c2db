// What the leaves say happened to each text, in order.
import type { Leaf } from '#record/leaf.ts';
import type { ReportFault } from './verify-fault.ts';
import type { ParsedLeaves } from './verify-tree.ts';

type Act = Extract<Leaf, { readonly kind: 'revision.publish' | 'revision.withdraw' }>;

export interface RecordedText {
  readonly textId: string;
  /** Its manifest's hash and date by number, from 1, without a gap. */
  readonly revisions: ReadonlyMap<number, { readonly manifest: string; readonly at: string }>;
  readonly isWithdrawn: boolean;
}

/** Texts by id. Reports what is no leaf, and acts that cannot follow the ones before. `addressOf` names a text's revision. */
export function recordedTexts(
  leaves: ParsedLeaves,
  { report, addressOf }: { readonly report: ReportFault; readonly addressOf: (act: Act) => string },
): ReadonlyMap<string, RecordedText> {
  const texts = new Map<string, RecordedText>();
  for (const [index, leaf] of leaves.entries()) {
    if (!leaf) report('leaf-form', leafAddress(index));
    if (leaf?.kind !== 'revision.publish' && leaf?.kind !== 'revision.withdraw') continue;
    const before = texts.get(leaf.text) ?? { textId: leaf.text, revisions: new Map(), isWithdrawn: false };
    if (!follows(leaf, before)) report('leaf-order', addressOf(leaf), index);
    texts.set(leaf.text, after(leaf, before));
  }
  return texts;
}

export const leafAddress = (index: number) => `/log/tile/entries #${index}`;

/** The next revision; the same one again when the text returns; a withdrawal of the current one. */
function follows(act: Act, { revisions, isWithdrawn }: RecordedText): boolean {
  if (act.kind === 'revision.withdraw') return !isWithdrawn && act.revision === revisions.size;
  if (!isWithdrawn) return act.revision === revisions.size + 1;
  return act.revision === revisions.size && revisions.get(act.revision)?.manifest === act.manifest;
}

function after(act: Act, { textId, revisions }: RecordedText): RecordedText {
  if (act.kind === 'revision.withdraw') return { textId, revisions, isWithdrawn: true };
  const known = revisions.get(act.revision);
  const revision = known ?? { manifest: act.manifest, at: act.at };
  return { textId, revisions: new Map(revisions).set(act.revision, revision), isWithdrawn: false };
}
