import { readBytes } from '#formats/read.ts';
import { prepare } from './prepare.ts';
import type { ReadAndPrepareArgument, ReadAndPrepared } from './tasks.ts';

export function readAndPrepare({ language, ...file }: ReadAndPrepareArgument): ReadAndPrepared {
  const reading = readBytes(file);
  return { reading, prepared: prepare({ source: reading.source, previousBlocks: [], previousNotes: [], language }) };
}
