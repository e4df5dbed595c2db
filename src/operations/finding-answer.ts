import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import type { Finding } from '#proof/finding.ts';
import { findDraft, type StoredDraft } from '#store/drafts.ts';
import { insertStetAnswer } from '#store/stet-answers.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { changeSource } from './draft-change.ts';
import { contextOf, proofDraft } from './draft-proofing.ts';
import { findingKey, passageOf, type Span } from './finding-place.ts';
import { moment } from './moment.ts';
import { newId } from './secret.ts';

export interface FindingAnswer {
  readonly textId: TextId;
  /** Of the draft that was proofed. */
  readonly version: number;
  /** As `OpenFinding.key` names it. */
  readonly finding: string;
  readonly answer: 'accept' | 'edit' | 'stet';
  /** For `edit`: what stands in the passage's place. */
  readonly instead?: string;
  /** Of the whole text: wherever this rule asks the same of the same words. */
  readonly everywhere: boolean;
}

const LONGEST_EXCERPT = 30;

/** Proofs again, so that what is put into the text is what proofing says and not what a form says. */
export async function answerFinding(
  context: Context,
  asked: FindingAnswer,
): Promise<Result<{ readonly place: number }>> {
  authorise(context, 'text.edit');
  const draft = await findDraft(context.store.reader, asked.textId);
  if (!draft) throw new Refusal('not-found');
  if (draft.version !== asked.version || draft.stage !== 'draft') throw new Refusal('stale');
  const proofed = await proofDraft(context, draft);
  if (!proofed.ok) return proofed;
  const { findings } = proofed.value;
  const finding = findings.find((one) => findingKey(one) === asked.finding);
  if (!finding) throw new Refusal('stale');
  if (asked.answer === 'stet') await letStand(context, draft, finding, asked.everywhere);
  else {
    const alike = asked.everywhere ? findings.filter((one) => isAlike(one, finding, draft.source)) : [finding];
    const change = asked.answer === 'accept' ? accepted(alike) : edited(draft.source, alike, asked.instead ?? '');
    if (change === null) return mistaken('instead', 'mistake.finding-unchanged');
    const put = { draft, rule: finding.rule, credit: null, ...change };
    await context.store.write((transaction) => changeSource(context, transaction, put));
  }
  return done({ place: finding.start });
}

interface Change {
  readonly spans: readonly Span[];
  readonly words: string;
  readonly instead: string;
}

function accepted(findings: readonly Finding[]): Change {
  const [{ words, suggestion }] = findings as readonly [Finding];
  if (suggestion === null) throw new Refusal('bad-request');
  return { spans: findings, words, instead: suggestion };
}

function edited(source: string, findings: readonly Finding[], typed: string): Change | null {
  const spans = findings.map((finding) => passageOf(source, finding));
  const { words } = spans[0]!;
  const instead = typed.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
  return instead === words ? null : { spans, words, instead };
}

function isAlike(one: Finding, other: Finding, source: string): boolean {
  return (
    one.rule === other.rule &&
    one.words === other.words &&
    one.suggestion === other.suggestion &&
    passageOf(source, one).words === passageOf(source, other).words
  );
}

async function letStand(context: Context, draft: StoredDraft, finding: Finding, everywhere: boolean): Promise<void> {
  const { source, textId } = draft;
  const { rule, words, start, end } = finding;
  await context.store.write((transaction) =>
    insertStetAnswer(transaction, {
      id: newId(context),
      textId,
      rule,
      words,
      context: everywhere ? '' : contextOf(source, finding),
      excerpt: source.slice(Math.max(0, start - LONGEST_EXCERPT), Math.min(end, start + 200) + LONGEST_EXCERPT),
      by: accountOf(context.actor),
      at: moment(context),
    }),
  );
}
