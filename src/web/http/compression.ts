// Off the event loop: zlib's asynchronous forms work in libuv's threads.
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

export type Coding = 'br' | 'gzip' | 'identity';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);
const SMALLEST_WORTH = 200;

/** The best brotli packs about half a megabyte a second: a book of ten would keep a core busy for as long as it takes to read a page. */
const LARGEST_FOR_BEST = 2 ** 20;

/** For bytes kept and sent many times: as small as it reasonably gets. */
export async function compressForKeeping(body: Uint8Array): Promise<{ brotli: Buffer; gzip: Buffer }> {
  const [brotli, zipped] = await Promise.all([
    brotliAsync(body, brotliOptions(body, body.length > LARGEST_FOR_BEST ? 6 : 11)),
    gzipAsync(body, { level: 9 }),
  ]);
  return { brotli, gzip: zipped };
}

/** For bytes sent once: quickly. */
export async function compressForSending(body: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'br') return brotliAsync(body, brotliOptions(body, 4));
  return coding === 'gzip' ? gzipAsync(body, { level: 6 }) : body;
}

export const isWorthCompressing = (contentType: string, length: number) =>
  length >= SMALLEST_WORTH &&
  /^(text\/|application\/(json|xml|atom\+xml|opensearchdescription\+xml|link-format)|image\/svg)/.test(contentType);

const known = new Map<string, Coding>();

/** What an Accept-Encoding header leaves us to send; the answer for each spelling of it is remembered. */
export function acceptedCoding(header: string | undefined): Coding {
  if (header === undefined) return 'identity';
  let coding = known.get(header);
  if (coding === undefined) {
    coding = chooseCoding(header);
    if (known.size < 500) known.set(header, coding);
  }
  return coding;
}

function chooseCoding(header: string): Coding {
  const weights = new Map(header.toLowerCase().split(',').map(weighed));
  const weightOf = (coding: Coding) => weights.get(coding) ?? weights.get('*') ?? 0;
  const [br, gz] = [weightOf('br'), weightOf('gzip')];
  if (br === 0 && gz === 0) return 'identity';
  return br >= gz ? 'br' : 'gzip';
}

function weighed(part: string): [string, number] {
  const [name = '', parameter] = part.trim().split(';');
  const weight = parameter === undefined ? 1 : Number(/q=([\d.]+)/.exec(parameter)?.[1] ?? 1);
  return [name.trim(), weight];
}

// Text mode and a window no larger than the text save a little, and a lot of memory on small ones.
function brotliOptions(body: Uint8Array, quality: number) {
  return {
    params: {
      [zlib.BROTLI_PARAM_QUALITY]: quality,
      [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
      [zlib.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  };
}
