import { done, type Result } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import type { Finding } from '#proof/finding.ts';
import { messageKeyOf } from '#proof/message-key.ts';
import { type DraftChange, listChanges } from '#store/draft-changes.ts';
import { findDraft, type StoredDraft } from '#store/drafts.ts';
import type { ProofSwitch } from '#store/proof-switches.ts';
import type { StetAnswer } from '#store/stet-answers.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { CERTAIN, proofDraft } from '../draft-proofing.ts';
import { findingKey, passageOf } from '../finding-place.ts';

export interface OpenFinding extends Pick<Finding, 'start' | 'end' | 'words' | 'suggestion' | 'confidence'> {
  /** Names it in a form. */
  readonly key: string;
  readonly rule: string;
  readonly isCertain: boolean;
  readonly message: { readonly key: string; readonly values: Finding['evidence'] };
  readonly before: string;
  readonly after: string;
  /** What the editor is given to change: the words whole. */
  readonly passage: string;
  /** How many findings of this rule say the same of the same words, this one among them. */
  readonly alike: number;
}

export interface Proofing {
  readonly draft: StoredDraft;
  /** By rule, the rule with the most certain finding first; within it the most certain first. */
  readonly findings: readonly OpenFinding[];
  readonly stets: readonly StetAnswer[];
  readonly unmet: readonly StetAnswer[];
  readonly off: readonly ProofSwitch[];
  /** Accepted into this draft, oldest first. */
  readonly changes: readonly DraftChange[];
}

/** A draft and what proofing asks of it; null where there is no draft, or its guesses are not confirmed yet. */
export async function readProofing(
  context: Context,
  { textId }: { readonly textId: TextId },
): Promise<Result<Proofing> | null> {
  authorise(context, 'desk.read');
  const draft = await findDraft(context.store.reader, textId);
  if (!draft || draft.stage === 'reading') return null;
  const proofed = await proofDraft(context, { textId, source: draft.source });
  if (!proofed.ok) return proofed;
  const { findings, ...rest } = proofed.value;
  return done({
    draft,
    findings: inOrder(findings.map((finding) => openFinding(finding, findings, draft.source))),
    changes: await listChanges(context.store.reader, draft),
    ...rest,
  });
}

export interface OpenCounts {
  readonly open: number;
  readonly certain: number;
}

/** How many questions of a draft are unanswered; null where there is nothing to proof. */
export async function countOpenFindings(
  context: Context,
  { textId }: { readonly textId: TextId },
): Promise<OpenCounts | null> {
  authorise(context, 'desk.read');
  const draft = await findDraft(context.store.reader, textId);
  if (!draft || draft.stage === 'reading') return null;
  const proofed = await proofDraft(context, { textId, source: draft.source });
  if (!proofed.ok) return null;
  const { findings } = proofed.value;
  return { open: findings.length, certain: findings.filter(({ confidence }) => confidence >= CERTAIN).length };
}

/** What was accepted into the draft of a text, oldest first: the reason of its next revision. */
export async function listDraftChanges(
  context: Context,
  { textId }: { readonly textId: TextId },
): Promise<readonly DraftChange[]> {
  authorise(context, 'desk.read');
  const draft = await findDraft(context.store.reader, textId);
  return draft ? listChanges(context.store.reader, draft) : [];
}

const AROUND = 60;

export function openFinding(finding: Finding, all: readonly Finding[], source: string): OpenFinding {
  const { rule, start, end, words, suggestion, confidence, evidence } = finding;
  return {
    key: findingKey(finding),
    rule,
    start,
    end,
    words,
    suggestion,
    confidence,
    isCertain: confidence >= CERTAIN,
    message: { key: messageKeyOf(finding), values: evidence },
    before: source.slice(Math.max(0, start - AROUND), start),
    after: source.slice(end, end + AROUND),
    passage: passageOf(source, finding).words,
    alike: all.filter((other) => isAlike(other, finding)).length,
  };
}

const isAlike = (one: Finding, other: Finding) =>
  one.rule === other.rule && one.words === other.words && one.suggestion === other.suggestion;

function inOrder(findings: readonly OpenFinding[]): readonly OpenFinding[] {
  const surest = (of: readonly OpenFinding[]) => Math.max(...of.map(({ confidence }) => confidence));
  return [...Map.groupBy(findings, ({ rule }) => rule).values()]
    .sort((a, b) => surest(b) - surest(a))
    .flatMap((group) => group.sort((a, b) => b.confidence - a.confidence || a.start - b.start));
}
