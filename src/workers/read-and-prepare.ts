import type { Metadata } from '#domain/metadata.ts';
import { readBytes } from '#formats/read.ts';
import { parseSource } from '#text/parse-source.ts';
import { writeSource } from '#text/write-source.ts';
import { prepare } from './prepare.ts';
import type { ReadAndPrepareArgument, ReadAndPrepared } from './tasks.ts';

export function readAndPrepare({ metadata, language, ...file }: ReadAndPrepareArgument): ReadAndPrepared {
  const reading = readBytes(file);
  const source = withMetadata(reading.source, metadata);
  return { reading, source, prepared: prepare({ source, previousBlocks: [], previousNotes: [], language }) };
}

/** What the importer said stands above what the file says. */
function withMetadata(source: string, metadata: Partial<Metadata>): string {
  if (Object.keys(metadata).length === 0) return source;
  const parsed = parseSource(source);
  return writeSource({ ...parsed, metadata: { ...parsed.metadata, ...metadata } });
}
