import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Off the event loop, so that a long file holds up nobody. */
export function pack(bytes: Uint8Array): Promise<Buffer> {
  return compress(bytes);
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
