import type { SqlScanner, SqlToken } from './scan.ts';

/** A value of a row, NULL as null; undefined where none can be read. `next` is what follows it. */
export function readValue(
  scanner: SqlScanner,
  token: SqlToken | null,
  depth = 0,
): { readonly value: string | null | undefined; readonly next: SqlToken | null } {
  if (token?.kind === 'string' || token?.kind === 'name')
    return { value: withoutEscapes(token, scanner), next: scanner.next() };
  if (token?.kind !== 'word') return { value: undefined, next: token };
  const next = scanner.next();
  const prefix = token.text.toLowerCase();
  if (next?.kind === 'string' && prefix === 'x') return { value: fromHex(next.text), next: scanner.next() };
  // _binary'…', _utf8mb4'…', N'…'
  if (next?.kind === 'string') return { value: withoutEscapes(next, scanner), next: scanner.next() };
  if (next?.kind === 'sign' && next.text === '(') return readCall(scanner, { name: prefix, depth });
  if (prefix === 'null') return { value: null, next };
  return { value: /^0x[0-9a-f]+$/.test(prefix) ? fromHex(prefix.slice(2)) : token.text, next };
}

/** SQLite writes line ends as `replace('…\n…', '\n', char(10))`. Of other functions the value is not known. */
function readCall(
  scanner: SqlScanner,
  { name, depth }: { readonly name: string; readonly depth: number },
): ReturnType<typeof readValue> {
  const given: string[] = [];
  if (depth > DEEPEST) return { value: undefined, next: null };
  for (let token = scanner.next(); ; token = scanner.next()) {
    if (token?.kind === 'sign' && token.text === ')') break;
    const { value, next } = readValue(scanner, token, depth + 1);
    if (value === undefined) return { value: undefined, next };
    given.push(value ?? '');
    if (next?.kind === 'sign' && next.text === ')') break;
    if (next?.kind !== 'sign' || next.text !== ',') return { value: undefined, next };
  }
  return { value: FUNCTIONS[name]?.(given) ?? null, next: scanner.next() };
}

const DEEPEST = 8;

const FUNCTIONS: Readonly<Record<string, (given: readonly string[]) => string>> = {
  replace: ([text = '', from = '', to = '']) => (from === '' ? text : text.replaceAll(from, () => to)),
  char: (codes) => codes.map((code) => String.fromCharCode(Number(code) || 0)).join(''),
  unistr: ([text = '']) =>
    text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
};

function withoutEscapes({ text, quote }: SqlToken, { backslashes }: SqlScanner): string {
  const single = text.includes(quote) ? text.replaceAll(quote + quote, quote) : text;
  if (!backslashes || !single.includes('\\')) return single;
  return single.replace(/\\([\s\S])/g, (_, sign: string) => ESCAPED[sign] ?? sign);
}

const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  Z: '\u001A',
  0: '\0',
  '%': '\\%',
  _: '\\_',
};

const fromHex = (digits: string) => Buffer.from(digits, 'hex').toString('utf8');
