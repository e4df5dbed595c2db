import type { Root } from 'mdast';
import { CHECKS } from './checks.ts';
import type { Finding } from './finding.ts';
import { foldLexicon } from './lexicon/lexicon.ts';
import { foldLibrary, type LibraryWord } from './library.ts';
import type { RuleCode } from './rule.ts';
import { guessLanguage } from './text/language.ts';
import { paragraphsOf } from './text/paragraphs.ts';
import { type ProofText, proofTextOf } from './text/proof-text.ts';
import { viewSource } from './text/source-view.ts';
import type { ProofLanguage } from './words/language-words.ts';

export interface ProofRequest {
  readonly text: string;
  /** Guessed when absent. */
  readonly language?: ProofLanguage | undefined;
  /** Only these rules; every one when absent. */
  readonly rules?: readonly RuleCode[] | undefined;
  /** Names and words the site knows, besides the project's own lexicon. */
  readonly lexicon?: readonly string[] | undefined;
  /** Words of the library's other texts that no dictionary has. */
  readonly library?: readonly LibraryWord[] | undefined;
}

/** Findings below this are more often wrong than right. */
const LEAST_CONFIDENCE = 0.5;

/**
 * What an attentive proof-reader would question in a plain text, in the order of the text. It changes nothing and never throws.
 * Offsets are UTF-16 units of `text`; `proofInCodePoints` counts as other programs do.
 *
 * @example
 * proof({ text: 'It was the the end.', language: 'en' })[0].rule // 'doubled-word'
 */
export function proof({ text, language, rules, lexicon = [], library = [] }: ProofRequest): Finding[] {
  return findingsIn(
    proofTextOf({
      text,
      language: language ?? guessLanguage(text),
      paragraphs: paragraphsOf(text),
      passages: [],
      lexicon: foldLexicon(lexicon),
      library: foldLibrary(library),
    }),
    rules,
  );
}

/**
 * The same for Stet Markdown: markup is not proofed, and the tree says what is verse, heading, note or another language.
 * Offsets are UTF-16 units of `source`.
 *
 * @example
 * proofSource({ source: 'The *the* end.', tree: parseSource('The *the* end.').tree })[0].words // ' *the'
 */
export function proofSource({
  source,
  tree,
  language,
  rules,
  lexicon = [],
  library = [],
}: Omit<ProofRequest, 'text'> & { readonly source: string; readonly tree: Root }): Finding[] {
  const { text, paragraphs, passages, offsets } = viewSource(source, tree);
  const view = proofTextOf({
    text,
    language: language ?? guessLanguage(text),
    paragraphs,
    passages,
    lexicon: foldLexicon(lexicon),
    library: foldLibrary(library),
  });
  return findingsIn(view, rules).map((finding) => {
    const start = offsets[finding.start]!;
    const end = Math.max(start, finding.end > finding.start ? offsets[finding.end - 1]! + 1 : start);
    const words = source.slice(start, end);
    // Markup stands inside the span: what to put in its place is for a person.
    return { ...finding, start, end, words, suggestion: words === finding.words ? finding.suggestion : null };
  });
}

function findingsIn(view: ProofText, rules: readonly RuleCode[] | undefined): Finding[] {
  const findings: Finding[] = [];
  for (const check of CHECKS) {
    if (rules !== undefined && !rules.includes(check.code)) continue;
    for (const { start, end, suggestion = null, confidence, because = null, evidence = {} } of check.find(view)) {
      const words = view.text.slice(start, end);
      findings.push({
        rule: check.code,
        start,
        end,
        words,
        suggestion,
        confidence: rounded(confidence),
        because,
        evidence,
      });
    }
  }
  const least = LEAST_CONFIDENCE - leniency(view, findings);
  return withoutRepeats(
    findings.flatMap((finding) =>
      finding.confidence < least ? [] : [{ ...finding, confidence: Math.max(finding.confidence, LEAST_CONFIDENCE) }],
    ),
  );
}

/** A text by itself is taken to have an error in a hundred words, until its words say otherwise. */
const PRIOR = { errors: 1, words: 100 };
const SURE = 0.75;
/** Errors a word in a text as careful people leave it. */
const CLEAN_RATE = 0.0022;
const LENIENCY = { eachDoubling: 0.06, most: 0.1, mostUntold: 0.05 };

/** Where much is surely wrong (raw scanning), or where a sentence or two say nothing of the rest, a weaker suspicion is worth a question. */
function leniency({ tokens }: ProofText, findings: readonly Finding[]): number {
  const sure = findings.filter(({ confidence }) => confidence >= SURE).length;
  const rate = (sure + PRIOR.errors) / (tokens.length + PRIOR.words);
  const most = sure > 0 ? LENIENCY.most : LENIENCY.mostUntold;
  return Math.min(most, Math.max(0, LENIENCY.eachDoubling * Math.log2(rate / CLEAN_RATE)));
}

const rounded = (confidence: number) => Math.round(confidence * 100) / 100;

/** A longer finding says something of a passage, and hides nothing inside it. */
const LONGEST_SPOT = 60;

/** Where two rules question the same words, the surer stays. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  // Spots by stretches of the text as long as the longest: what overlaps stands in the same one or in one beside it.
  const spots = new Map<number, Finding[]>();
  for (const finding of [...findings].sort((a, b) => b.confidence - a.confidence)) {
    if (finding.end - finding.start <= LONGEST_SPOT) {
      const stretch = Math.floor(finding.start / LONGEST_SPOT);
      const near = [stretch - 1, stretch, stretch + 1].flatMap((at) => spots.get(at) ?? []);
      if (near.some((other) => other.start < finding.end && other.end > finding.start)) continue;
      spots.set(stretch, [...(spots.get(stretch) ?? []), finding]);
    }
    kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}
