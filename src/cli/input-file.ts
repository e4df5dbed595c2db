import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { CommandFailure } from './command-failure.ts';

export interface InputFile {
  /** As given; `-` is standard input. */
  readonly path: string;
  readonly fileName: string | undefined;
  readonly bytes: Uint8Array;
}

/** A file's bytes, refused by its size before a byte is read: a wrong file costs nothing. */
export async function readInputFile(path: string, limitBytes: number, standardInput: Readable): Promise<InputFile> {
  if (path === '-') return { path, fileName: undefined, bytes: await readStream(standardInput, limitBytes) };
  const facts = await stat(path);
  if (facts.isDirectory()) throw new CommandFailure('no-input', 'cli.failure.is-a-folder', { path });
  if (!facts.isFile()) throw new CommandFailure('no-input', 'cli.failure.not-a-file', { path });
  if (facts.size > limitBytes) throw tooLarge(path, facts.size, limitBytes);
  const file = await open(path);
  try {
    return { path, fileName: basename(path), bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}

async function readStream(stream: Readable, limitBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limitBytes) throw tooLarge('-', size, limitBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(path: string, size: number, limitBytes: number): CommandFailure {
  const mebibytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  return new CommandFailure('data', 'cli.failure.too-large', {
    path,
    size: mebibytes(size),
    limit: mebibytes(limitBytes),
  });
}
