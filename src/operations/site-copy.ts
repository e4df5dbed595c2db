// A site's public files by their path, from the site itself or from a folder that mirrors it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes; null where there is no such file, 'withheld' where the site says that it was withdrawn. */
export type ReadFile = (path: string) => Promise<Uint8Array | 'withheld' | null>;

export function readCopy(place: string): ReadFile {
  return isAddress(place) ? overHttp(place) : inFolder(place);
}

export const isAddress = (place: string) => /^https?:\/\//.test(place);

function inFolder(folder: string): ReadFile {
  return async (path) => {
    try {
      return await readFile(join(folder, path));
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
        return null;
      throw error;
    }
  };
}

/** The site gives no answer, or only that it is busy. */
export class SiteError extends Error {
  constructor(address: string, cause?: unknown) {
    super(address, { cause });
    this.name = 'SiteError';
  }
}

const GONE = 410;
const TRIES = 4;
const WAIT_MS = 250;

/** A busy or restarting site is asked again; one that answers anything else is believed. */
function overHttp(address: string): ReadFile {
  const base = address.replace(/\/*$/, '/');
  return async (path) => {
    for (let tried = 1; ; tried += 1) {
      const answer = await fetch(base + path).catch((error: unknown) => {
        if (tried >= TRIES) throw new SiteError(base + path, error);
        return null;
      });
      if (answer?.status === GONE) return 'withheld';
      if (answer?.ok) return new Uint8Array(await answer.arrayBuffer());
      if (answer && ![429, 502, 503, 504].includes(answer.status)) return null;
      if (answer && tried >= TRIES) throw new SiteError(base + path);
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * 2 ** tried));
    }
  };
}
