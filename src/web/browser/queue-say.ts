// The script has no words: they stand on the page, in the reader's language, as `data-say-…`.
export type Say = (what: string, values?: Readonly<Record<string, string | number>>) => string;

export function sayings(root: HTMLElement): Say {
  return (what, values = {}) =>
    (root.getAttribute(`data-say-${what}`) ?? '').replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    );
}
