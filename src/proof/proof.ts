import { CHECKS } from './checks.ts';
import type { Finding } from './finding.ts';
import { foldLexicon } from './lexicon/lexicon.ts';
import type { RuleCode } from './rule.ts';
import { guessLanguage } from './text/language.ts';
import { paragraphsOf } from './text/paragraphs.ts';
import { proofTextOf } from './text/proof-text.ts';
import type { ProofLanguage } from './words/language-words.ts';

export interface ProofRequest {
  readonly text: string;
  /** Guessed when absent. */
  readonly language?: ProofLanguage | undefined;
  /** Only these rules; every one when absent. */
  readonly rules?: readonly RuleCode[] | undefined;
  /** Names and words the site knows, besides the project's own lexicon. */
  readonly lexicon?: readonly string[] | undefined;
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
export function proof({ text, language, rules, lexicon = [] }: ProofRequest): Finding[] {
  const view = proofTextOf({
    text,
    language: language ?? guessLanguage(text),
    paragraphs: paragraphsOf(text),
    lexicon: foldLexicon(lexicon),
  });
  const findings: Finding[] = [];
  for (const check of CHECKS) {
    if (rules !== undefined && !rules.includes(check.code)) continue;
    for (const { start, end, suggestion = null, confidence, because = null, evidence = {} } of check.find(view)) {
      if (confidence < LEAST_CONFIDENCE) continue;
      findings.push({
        rule: check.code,
        start,
        end,
        words: text.slice(start, end),
        suggestion,
        confidence,
        because,
        evidence,
      });
    }
  }
  return withoutRepeats(findings);
}

/** Where two rules question the same words, the surer stays. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const LONG = 60;
  const kept: Finding[] = [];
  for (const finding of [...findings].sort((a, b) => b.confidence - a.confidence)) {
    const long = finding.end - finding.start > LONG;
    const repeated =
      !long &&
      kept.some((other) => other.end - other.start <= LONG && other.start < finding.end && other.end > finding.start);
    if (!repeated) kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}
