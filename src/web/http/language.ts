import { isLanguage, type Language } from '#locale/translate.ts';

/** The language a visitor is spoken to in: what they chose, else what their browser asks for, else the site's. */
export function visitorLanguage(chosen: string | null, accepted: string | undefined, site: Language): Language {
  if (isLanguage(chosen)) return chosen;
  return preferred(accepted ?? '') ?? site;
}

// "fr-CH, fr;q=0.9, en;q=0.8" -> fr
function preferred(header: string): Language | undefined {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((wish) => wish.language)
    .find(isLanguage);
}
