import { zstdCompressSync } from 'node:zlib';
import { readBytes } from '#formats/read.ts';
import type { PackedReading, ReadArgument } from './tasks.ts';

/** A reading as the desk keeps it: a long one has a hundred thousand objects, and handing those over would hold up every reader. */
export function readAndPack(file: ReadArgument): PackedReading {
  const reading = readBytes(file);
  const { source, problems } = reading;
  const { title, authors } = reading.metadata;
  const packed = zstdCompressSync(JSON.stringify(reading));
  return { packed, source, title, authors, codes: [...new Set(problems.map(({ code }) => code))] };
}
