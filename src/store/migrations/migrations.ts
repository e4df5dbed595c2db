import type { Engine } from '../engines/engine.ts';
import { press } from './0001-press.ts';
import { record } from './0002-record.ts';
import { proofing } from './0003-proofing.ts';
import { misprints } from './0004-misprints.ts';
import { forum } from './0005-forum.ts';
import { checkpointLinks } from './0006-checkpoint-links.ts';
import { libraryWords } from './0007-library-words.ts';
import { pendingSelection } from './0008-pending-selection.ts';
import { quotedWords } from './0009-quoted-words.ts';

/** In order, for ever: a migration that was released is never changed, only followed. The number is its place here, from 1. */
export const MIGRATIONS: readonly {
  readonly name: string;
  readonly statements: (engine: Engine) => readonly string[];
}[] = [
  { name: '0001-press', statements: press },
  { name: '0002-record', statements: record },
  { name: '0003-proofing', statements: proofing },
  { name: '0004-misprints', statements: misprints },
  { name: '0005-forum', statements: forum },
  { name: '0006-checkpoint-links', statements: checkpointLinks },
  { name: '0007-library-words', statements: libraryWords },
  { name: '0008-pending-selection', statements: pendingSelection },
  { name: '0009-quoted-words', statements: quotedWords },
];
