// What proofing asks of a draft, less what was answered and what was turned off.
import { createHash } from 'node:crypto';
import { done, type Result } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import type { Finding } from '#proof/finding.ts';
import type { LibraryWord } from '#proof/library.ts';
import { findDraft } from '#store/drafts.ts';
import { WIDESPREAD } from '#store/known-words.ts';
import { listLexicon } from '#store/lexicon-words.ts';
import { findTextWords, listLibraryWords, wordKey } from '#store/library-words.ts';
import { writeProofCounts } from '#store/proof-counts.ts';
import { findProofResult, writeProofResult } from '#store/proof-results.ts';
import { listSwitches, type ProofSwitch } from '#store/proof-switches.ts';
import { listStetAnswers, type StetAnswer } from '#store/stet-answers.ts';
import type { Context } from './context.ts';
import { proofingEdition } from './proofing-edition.ts';
import { work } from './work.ts';

export interface DraftProofing {
  /** Unanswered, of rules that are on, in the order of the text. */
  readonly findings: readonly Finding[];
  readonly stets: readonly StetAnswer[];
  /** Those that no finding answers to any more. */
  readonly unmet: readonly StetAnswer[];
  readonly off: readonly ProofSwitch[];
}

/** From here on a finding should be answered before it is published. */
export const CERTAIN = 0.8;

export async function proofDraft(
  context: Context,
  { textId, source }: { readonly textId: TextId; readonly source: string },
): Promise<Result<DraftProofing>> {
  const { reader } = context.store;
  const proofed = await findingsOf(context, { textId, source });
  if (!proofed.ok) return proofed;
  const stets = await listStetAnswers(reader, textId);
  const off = await listSwitches(reader, textId);
  const met = new Set<StetAnswer>();
  const open = proofed.value.filter((finding) => {
    const answers = answersTo(stets, finding, source);
    for (const answer of answers) met.add(answer);
    return answers.length === 0 && !off.some(({ rule }) => rule === finding.rule);
  });
  return done({ findings: open, stets, unmet: stets.filter((answer) => !met.has(answer)), off });
}

/** The same bytes proofed with the same knowledge are not proofed again. */
async function findingsOf(
  context: Context,
  { textId, source }: { readonly textId: TextId; readonly source: string },
): Promise<Result<readonly Finding[]>> {
  const { store } = context;
  const argument = {
    source,
    lexicon: await listLexicon(store.reader),
    library: await libraryBeside(context, textId),
  };
  const key = createHash('sha256')
    .update(JSON.stringify([await proofingEdition(), argument]))
    .digest('base64url');
  const kept = await findProofResult(store.reader, { textId, key });
  if (kept !== null) return done(JSON.parse(kept) as Finding[]);
  const proofed = await work(context, 'proof', argument);
  if (proofed.ok) await keep(context, { textId, key, findings: proofed.value });
  return proofed;
}

/** What the other texts of the library write. */
async function libraryBeside({ store }: Context, textId: TextId): Promise<readonly LibraryWord[]> {
  const own = new Set((await findTextWords(store.reader, textId)).map(wordKey));
  const words = await listLibraryWords(store.reader, WIDESPREAD);
  return words
    .map(({ written, texts }) => ({ written, texts: own.has(wordKey(written)) ? texts - 1 : texts }))
    .filter(({ texts }) => texts >= WIDESPREAD.fewest);
}

function answersTo(stets: readonly StetAnswer[], finding: Finding, source: string): readonly StetAnswer[] {
  const alike = stets.filter(({ rule, words }) => rule === finding.rule && words === finding.words);
  if (alike.length === 0) return alike;
  const [before, after] = contextOf(source, finding).split('.');
  return alike.filter(
    ({ context }) => context === '' || context.startsWith(`${before}.`) || context.endsWith(`.${after}`),
  );
}

const REACH = 80;
const WORDS = 3;

/** Hashes of the words on either side: one of them is enough to know the place again, so a correction beside it does not lose the answer. */
export function contextOf(source: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const before = wordsOf(source.slice(Math.max(0, start - REACH), start)).slice(-WORDS);
  const after = wordsOf(source.slice(end, end + REACH)).slice(0, WORDS);
  return `${hashOf(before)}.${hashOf(after)}`;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const hashOf = (words: readonly string[]) =>
  createHash('sha256').update(words.join(' ')).digest('base64url').slice(0, 16);

interface Proofed {
  readonly textId: TextId;
  readonly key: string;
  readonly findings: readonly Finding[];
}

/** For the next time, and for the figures; not by a site that can only be read, nor once the draft is gone. */
async function keep({ store }: Context, { textId, key, findings }: Proofed): Promise<void> {
  if (store.frozen()) return;
  const counts = new Map(
    [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, of]) => [rule as string, of.length]),
  );
  await store.write(async (transaction) => {
    if (!(await findDraft(transaction, textId))) return;
    await writeProofResult(transaction, { textId, key, findings: JSON.stringify(findings) });
    await writeProofCounts(transaction, { textId, counts });
  });
}
