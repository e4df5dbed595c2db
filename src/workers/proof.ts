import type { Finding } from '#proof/finding.ts';
import { proofSource } from '#proof/proof.ts';
import { parseInPlace } from './parse-in-place.ts';
import type { ProofArgument } from './tasks.ts';

/** What proofing asks of a draft, at offsets of its source. A text in a language proofing does not know is asked nothing. */
export function proofDraft({ source, lexicon }: ProofArgument): readonly Finding[] {
  const { metadata, tree } = parseInPlace(source);
  const language = metadata.language?.toLowerCase().split('-')[0];
  if (language !== undefined && language !== 'en' && language !== 'fr') return [];
  return proofSource({ source, tree, language, lexicon });
}
