import type { Metadata } from '#domain/metadata.ts';

/** The language to proof a text in; undefined where it does not say (then it is guessed), null where proofing does not know it. */
export function proofLanguageOf({ language: stated }: Metadata): 'en' | 'fr' | undefined | null {
  const language = stated?.toLowerCase().split('-')[0];
  return language === undefined || language === 'en' || language === 'fr' ? language : null;
}
