import type { Engine } from '../engines/engine.ts';

/** Which words of which paragraph contributions are about, read from the index alone: after a correction they are looked for. */
export const quotedWords = (_engine: Engine): readonly string[] => [
  `create index shown_quoted on shown_contribution (text_id, block_id, quote, number)
    where block_id is not null and quote is not null`,
];
