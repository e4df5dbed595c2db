import { parseSource } from '#text/parse-source.ts';

/** Parsing takes off a byte order mark and the returns of Windows; here every place is that of the source as it stands. */
export function parseInPlace(source: string): ReturnType<typeof parseSource> {
  return parseSource(source.replaceAll('\r\n', ' \n').replace(/^\uFEFF/, ' '));
}
