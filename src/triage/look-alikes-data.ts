/** Letters of other scripts that are drawn like a Latin one, both cases where both are. After the confusables of Unicode (UTS 39), only whole letters. */
const ROWS: Readonly<Record<string, string>> = {
  a: 'аαɑ',
  b: 'ЬвβВΒ',
  c: 'сϲСᴄ',
  d: 'ԁ',
  e: 'еёЕΕє',
  g: 'ɡ',
  h: 'һнНΗ',
  i: 'іїιІΙı',
  j: 'јЈ',
  k: 'кκКΚ',
  l: 'ӏ',
  m: 'мМΜ',
  n: 'ո',
  o: 'оοОΟօσ',
  p: 'рρРΡ',
  q: 'ԛ',
  s: 'ѕЅꜱ',
  t: 'тτТΤ',
  u: 'սυ',
  v: 'νѵ',
  w: 'ԝѡω',
  x: 'хχХΧ',
  y: 'уүγУΥ',
  z: 'ΖᴢΖ',
};

/** From a letter of another script to the Latin one it is taken for. */
export const LATIN_FOR: ReadonlyMap<string, string> = new Map(
  Object.entries(ROWS).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);
