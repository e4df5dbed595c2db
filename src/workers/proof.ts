import type { Finding } from '#proof/finding.ts';
import { proofSource } from '#proof/proof.ts';
import { parseInPlace } from './parse-in-place.ts';
import { proofLanguageOf } from './proof-language.ts';
import type { ProofArgument } from './tasks.ts';

/** What proofing asks of a draft, at offsets of its source. A text in a language proofing does not know is asked nothing. */
export function proofDraft({ source, lexicon, library }: ProofArgument): readonly Finding[] {
  const { metadata, tree } = parseInPlace(source);
  const language = proofLanguageOf(metadata);
  return language === null ? [] : proofSource({ source, tree, language, lexicon, library });
}
