import { promisify } from 'node:util';
import { zstdCompress, zstdCompressSync, zstdDecompress } from 'node:zlib';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Up to here the call itself is over sooner (15 µs for a page) than a thread could be asked (250 µs). */
const AT_ONCE_BYTES = 128 * 1024;

/** A long file goes off the event loop, so that it holds up nobody. */
export async function pack(bytes: Uint8Array): Promise<Buffer> {
  return bytes.length <= AT_ONCE_BYTES ? zstdCompressSync(bytes) : compress(bytes);
}

export function unpack(packed: Uint8Array): Promise<Buffer> {
  return decompress(packed);
}

export function packJson(value: unknown): Promise<Buffer> {
  return pack(Buffer.from(JSON.stringify(value)));
}

export async function unpackJson<T>(packed: Uint8Array): Promise<T> {
  return JSON.parse((await unpack(packed)).toString());
}
