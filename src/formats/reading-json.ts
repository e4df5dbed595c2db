import type { Metadata } from '#domain/metadata.ts';
import type { Reading } from '#domain/reading.ts';

/** `read --json`: the contract described by docs/reference/reading.schema.json. What is not known is null, an empty list included. */
export function toJson(reading: Reading): Record<string, unknown> {
  const { format, encoding, language, guesses, counts, sections, blocks, notes, furniture, problems, source } = reading;
  const metadata = knownOrNull(reading.metadata);
  return {
    format,
    encoding,
    language,
    metadata,
    guesses,
    counts,
    sections,
    blocks,
    notes,
    furniture,
    problems,
    source,
  };
}

const knownOrNull = (metadata: Metadata): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(metadata).map(([field, value]) => [
      field,
      Array.isArray(value) && value.length === 0 ? null : value,
    ]),
  );
