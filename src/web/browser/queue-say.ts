// The script has no words: they stand on the page, in the reader's language.
export type Say = (what: string, values?: Readonly<Record<string, string | number>>) => string;

export function sayings(root: HTMLElement): Say {
  const words = JSON.parse(root.dataset.words!) as Readonly<Record<string, string>>;
  return (what, values = {}) =>
    (words[what] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => shown(values[name]) ?? whole);
}

/** Numbers as the reader's language writes them. */
const shown = (value: string | number | undefined) =>
  typeof value === 'number' ? value.toLocaleString(document.documentElement.lang) : value;
