// The classifier's memory: one weight for each hashed feature. It holds no word anybody wrote.
import { type ModelChange, readChange, writeChange } from './model-bytes.ts';

/** A power of two; features share a place when their hashes meet, which costs little as long as most are empty. */
export const FEATURE_COUNT = 2 ** 18;

/** What a decision of this site taught, in one array; changed only by `applyChange`. */
export interface Model {
  readonly weights: Float32Array;
  /** Decisions learnt from. */
  spam: number;
  good: number;
}

/** One that knows nothing: `score` gives a half for everything. */
export function emptyModel(): Model {
  return { weights: new Float32Array(FEATURE_COUNT), spam: 0, good: 0 };
}

/** Puts the new values in place. To be called once the change is stored. */
export function applyChange(model: Model, { indices, values, spam, good }: ModelChange): void {
  for (let at = 0; at < indices.length; at++) model.weights[indices[at]!] = values[at]!;
  model.spam = spam;
  model.good = good;
}

/** The whole model as bytes: a change from nothing, so only what is not nought. */
export function writeModel({ weights, spam, good }: Model): Uint8Array {
  const indices = new Uint32Array(weights.length).map((_, index) => index).filter((index) => weights[index] !== 0);
  return writeChange({
    indices,
    values: new Float32Array(indices.length).map((_, at) => weights[indices[at]!]!),
    spam,
    good,
  });
}

/** A model from its bytes; null for bytes of another version or damaged ones: then start from an empty one. */
export function readModel(bytes: Uint8Array): Model | null {
  const change = readChange(bytes);
  if (change === null || change.indices.some((index) => index >= FEATURE_COUNT)) return null;
  const model = emptyModel();
  applyChange(model, change);
  return model;
}
