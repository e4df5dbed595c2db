import { vocabularyOf } from '#proof/vocabulary.ts';
import { parseInPlace } from './parse-in-place.ts';
import { proofLanguageOf } from './proof-language.ts';
import type { VocabularyArgument } from './tasks.ts';

/** The words of a text that no dictionary has; of a text in a language proofing does not know, none. */
export function listVocabulary({ source }: VocabularyArgument): readonly string[] {
  const { metadata, tree } = parseInPlace(source);
  const language = proofLanguageOf(metadata);
  return language === null ? [] : vocabularyOf({ source, tree, language });
}
