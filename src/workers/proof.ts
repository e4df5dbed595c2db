import type { Finding } from '#proof/finding.ts';
import { proofSource } from '#proof/proof.ts';
import { parseSource } from '#text/parse-source.ts';
import type { ProofArgument } from './tasks.ts';

/** What proofing asks of a draft, at offsets of its source. A text in a language proofing does not know is asked nothing. */
export function proofDraft({ source, lexicon }: ProofArgument): readonly Finding[] {
  const { metadata, tree } = parseSource(withoutReturns(source));
  const language = metadata.language?.toLowerCase().split('-')[0];
  if (language !== undefined && language !== 'en' && language !== 'fr') return [];
  return proofSource({ source, tree, language, lexicon });
}

/** Parsing takes off a byte order mark and the returns of Windows; here every offset must stay. */
const withoutReturns = (source: string) => source.replaceAll('\r\n', ' \n').replace(/^\uFEFF/, ' ');
