// What is written for a setting, as a value; undefined where it is not allowed.

export function wholeNumber(text: string, least: number, most: number): number | undefined {
  if (!/^\d{1,9}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

export const scaled = (value: number | undefined, by: number) => (value === undefined ? undefined : value * by);

export function publicAddress(text: string): string | undefined {
  const url = URL.parse(text);
  const plain =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  return plain ? url.origin : undefined;
}

export function smtpAddress(text: string): string | undefined {
  const url = URL.parse(text);
  return url && /^smtps?:$/.test(url.protocol) && url.hostname ? text : undefined;
}

export function addresses(text: string): readonly string[] | undefined {
  const list = text.split(/[\s,]+/).filter(Boolean);
  return list.every((one) => /^[\da-f.:]+(\/\d{1,3})?$/i.test(one)) ? list : undefined;
}
