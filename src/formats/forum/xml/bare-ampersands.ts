/**
 * XML in which every `&` begins a reference. Many who write exports by hand forget it (`<link>…?a=1&b=2</link>`), and a parser then takes
 * all that follows for the reference's name. In CDATA too, where it is a sign like any other: what stands there is HTML, which reads
 * `&amp;` as the same sign.
 */
export function* escapeBareAmpersands(chunks: Iterable<string>): Generator<string> {
  let rest = '';
  for (const chunk of chunks) {
    const text = rest + chunk;
    const last = text.lastIndexOf('&');
    // The reference may go on in the next chunk.
    const end = last >= 0 && text.length - last < LONGEST_REFERENCE ? last : text.length;
    yield text.slice(0, end).replace(BARE, '&amp;');
    rest = text.slice(end);
  }
  if (rest) yield rest.replace(BARE, '&amp;');
}

const LONGEST_REFERENCE = 40;
const BARE = /&(?!(?:#\d{1,8}|#x[\da-f]{1,8}|[a-z][a-z\d]{0,31});)/gi;
