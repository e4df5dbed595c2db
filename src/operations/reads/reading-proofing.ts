import type { TextId } from '#domain/text.ts';
import { findDraft } from '#store/drafts.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { CERTAIN, proofDraft } from '../draft-proofing.ts';
import type { DeskReading } from './desk.ts';
import { type OpenFinding, openFinding } from './proofing.ts';

export interface ReadingFinding extends OpenFinding {
  /** Of the file, from 1; null where its words could not be met again. */
  readonly line: number | null;
}

export interface ReadingProofing {
  readonly open: number;
  readonly certain: number;
  /** The most certain ones, in the order of the file. */
  readonly findings: readonly ReadingFinding[];
}

/** Beyond this the reading would have to wait for it. */
const LONGEST = 1_000_000;
const MOST_SHOWN = 40;

/** What proofing asks of a reading before its guesses are confirmed; null where it is not asked. Answers wait for the draft. */
export async function proofReading(
  context: Context,
  { textId, reading }: Pick<DeskReading, 'reading'> & { readonly textId: TextId },
): Promise<ReadingProofing | null> {
  authorise(context, 'desk.read');
  const draft = await findDraft(context.store.reader, textId);
  if (draft?.stage !== 'reading' || draft.source.length > LONGEST) return null;
  const proofed = await proofDraft(context, draft);
  if (!proofed.ok) return null;
  const { findings } = proofed.value;
  const lineOf = linesIn(reading);
  const shown = findings.toSorted((a, b) => b.confidence - a.confidence).slice(0, MOST_SHOWN);
  return {
    open: findings.length,
    certain: findings.filter(({ confidence }) => confidence >= CERTAIN).length,
    findings: shown
      .sort((a, b) => a.start - b.start)
      .map((finding) => {
        const open = openFinding(finding, findings, draft.source);
        return { ...open, line: lineOf(open) };
      }),
  };
}

const REACHES = [24, 8];

/** The reading knows its lines, the source does not: a finding is met again by its words and those around them. Asked in the order of the text. */
function linesIn({ blocks, notes }: DeskReading['reading']): (finding: OpenFinding) => number | null {
  const places = [
    ...blocks.map(({ text, lines }) => ({ letters: lettersOf(text), line: lines[0] })),
    ...notes.flatMap(({ body }) => (body ? [{ letters: lettersOf(body.text), line: body.line }] : [])),
  ];
  let from = 0;
  return ({ before, words, after }) => {
    for (const reach of REACHES) {
      const [left, right] = [lettersOf(before).slice(-reach), lettersOf(after).slice(0, reach)];
      // At a block's edge what stands around belongs to another.
      for (const sought of [left + lettersOf(words) + right, left + lettersOf(words), lettersOf(words) + right]) {
        const found =
          sought.length < reach ? -1 : places.findIndex(({ letters }, at) => at >= from && letters.includes(sought));
        if (found < 0) continue;
        from = found;
        return places[found]!.line;
      }
    }
    return null;
  };
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
