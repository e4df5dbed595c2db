/** The year an EDTF date begins with, for grouping; null when it says none. A decade or century ("193X") has none of its own. */
export function yearOf(date: string | null): number | null {
  const year = date?.match(/(?<![\dX])-?\d{4}(?![\dX])/)?.[0];
  return year === undefined ? null : Number(year);
}

/** A key that sorts EDTF dates as strings, negative years first and dates not known last. */
export function dateOrder(date: string | null): string {
  const match = date?.match(/(-?)([\dX]{4})(?:-(\d{2}))?(?:-(\d{2}))?/);
  if (!match) return '99999-99-99';
  const [, sign, year = '', month = '00', day = '00'] = match;
  const first = Number(year.replaceAll('X', '0'));
  return `${String(10_000 + (sign ? -first : first)).padStart(5, '0')}-${month}-${day}`;
}
