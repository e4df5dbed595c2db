// What holds checkpoints together: each is linked to the one before it by a signature of its own, so that none can be taken out of the
// middle, and none be dated otherwise, by whoever has the database but not the key. Links are kept, not served: a checkpoint is complete
// without. Their first line is no origin, so that a link is never taken for a checkpoint.
import { sha256Hex } from './manifest.ts';
import { openNote, type SignerKey, signNote, type VerifierKey } from './signed-note.ts';

export interface CheckpointLink {
  readonly log: {
    readonly number: number;
    readonly origin: string;
    readonly verifierKey: string;
    readonly startedAt: string;
  };
  /** The checkpoint before it, as it was signed; null for a log's first. */
  readonly previous: string | null;
  readonly note: string;
  readonly signedAt: string;
}

/** The signed note of a link. */
export function writeCheckpointLink(link: CheckpointLink, keys: readonly SignerKey[]): string {
  return signNote(textOf(link), keys);
}

/** True when one of the keys signed that these checkpoints follow each other. */
export function isCheckpointLink(note: string, link: CheckpointLink, keys: readonly VerifierKey[]): boolean {
  return openNote(note, keys)?.text === textOf(link);
}

function textOf({ log, previous, note, signedAt }: CheckpointLink): string {
  const lines = [
    `checkpoint-link/1 ${log.origin}`,
    `log ${log.number} ${log.startedAt} ${log.verifierKey}`,
    `after ${previous === null ? 'nothing' : sha256Hex(Buffer.from(previous))}`,
    `is ${sha256Hex(Buffer.from(note))} ${signedAt}`,
  ];
  return `${lines.join('\n')}\n`;
}
