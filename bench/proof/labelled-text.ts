import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A text with the places of its errors, in code points. */
export interface LabelledText {
  readonly id: string;
  readonly lang: 'en' | 'fr';
  readonly text: string;
  readonly errors: readonly LabelledError[];
  readonly unscored?: readonly LabelledError[];
}

export interface LabelledError {
  readonly start: number;
  readonly end: number;
  readonly wrong: string;
  readonly right: string;
  readonly type: string;
}

export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Null where the data, which is not part of the project, is not there. */
export function readLabelled(name: string): LabelledText[] | null {
  const file = `${SHARED}data/proofing/${name}.jsonl`;
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledText);
}

/** Rules are tuned on one half and checked on the other; an id is always in the same. */
export function halfOf({ id }: LabelledText): 'tuning' | 'checking' {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  return sum % 2 === 0 ? 'tuning' : 'checking';
}
