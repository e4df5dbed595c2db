/** A number in a text, with what it comes to. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly isYear: boolean;
}

const SCALE: Readonly<Record<string, number>> = {
  thousand: 1e3,
  thousands: 1e3,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  billions: 1e9,
  mille: 1e3,
  milliard: 1e9,
  milliards: 1e9,
  hundred: 100,
  dozen: 12,
};
const FIGURE = /(?<![\d.,])(?:\d{1,3}(?:[,.\u00A0\u202F ]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?(?![\d])/g;
const AFTER = /^[\s\u00A0\u202F]+(\p{L}+)/u;

/** The numbers written in figures, with the power of ten that a word gives them. */
export function figuresIn(text: string, language: 'en' | 'fr'): Figure[] {
  return [...text.matchAll(FIGURE)].map(({ 0: digits, index: start }) => {
    const next = AFTER.exec(text.slice(start + digits.length, start + digits.length + 16))?.[1]?.toLowerCase() ?? '';
    const scale = SCALE[next] ?? 1;
    const value = amountOf(digits, language) * scale;
    const isYear = scale === 1 && /^1[0-9]\d\d$|^20[0-4]\d$/.test(digits);
    return { start, end: start + digits.length, value, isYear };
  });
}

function amountOf(digits: string, language: 'en' | 'fr'): number {
  const grouped = digits.replace(/[\u00A0\u202F ](?=\d{3})/g, '');
  if (language === 'en') return Number(grouped.replaceAll(',', ''));
  return Number(/^\d{1,3}(?:\.\d{3})+$/.test(grouped) ? grouped.replaceAll('.', '') : grouped.replace(',', '.'));
}
