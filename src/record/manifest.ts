// What a published revision consists of, as a `sha256sum` file: a reader checks it with `sha256sum -c`.
import { createHash } from 'node:crypto';

export interface ManifestFile {
  /** Relative, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** `<64 hex>  <path>` a line, sorted by path (byte order), LF at each end. */
export function writeManifest(files: readonly ManifestFile[]): string {
  return files
    .map(({ path, bytes }) => ({ path: checkedPath(path), hash: sha256Hex(bytes) }))
    .sort((one, other) => Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)))
    .map(({ path, hash }) => `${hash}  ${path}\n`)
    .join('');
}

/** Path → hash in hex, or null when a line is not one of a manifest. */
export function readManifest(manifest: string): ReadonlyMap<string, string> | null {
  const lines = manifest.split('\n');
  if (lines.pop() !== '') return null;
  const files = lines.map((line) => /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line));
  return files.every((file) => file !== null) ? new Map(files.map((file) => [file[2]!, file[1]!])) : null;
}

/** The hash that stands in the leaf. */
export function manifestHash(manifest: string): string {
  return sha256Hex(Buffer.from(manifest));
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function checkedPath(path: string): string {
  // sha256sum escapes back-slashes and line feeds; ours have none, so that every tool reads the line alike.
  if (!/^[a-z0-9][a-z0-9./_-]*$/.test(path) || path.includes('..'))
    throw new TypeError(`“${path}” cannot stand in a manifest`);
  return path;
}
