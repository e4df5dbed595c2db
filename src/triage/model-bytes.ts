// How a model, or what one decision changed in it, is stored: a mark, the two counts, then places and values, little-endian.
const MARK = 0x31545453; // "STT1": its number grows when features are made in another way, for then old weights mean nothing.
const HEAD_BYTES = 16;

/** The places that changed and what stands there now (not the difference: applied twice it is the same). */
export interface ModelChange {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
  /** Decisions learnt from, with this one. */
  readonly spam: number;
  readonly good: number;
}

export function writeChange({ indices, values, spam, good }: ModelChange): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES + indices.length * 8);
  const view = new DataView(bytes.buffer);
  [MARK, spam, good, indices.length].forEach((number, at) => {
    view.setUint32(at * 4, number, true);
  });
  for (let at = 0; at < indices.length; at++) {
    view.setUint32(HEAD_BYTES + at * 4, indices[at]!, true);
    view.setFloat32(HEAD_BYTES + (indices.length + at) * 4, values[at]!, true);
  }
  return bytes;
}

/** Null for bytes that are none of this version. */
export function readChange(bytes: Uint8Array): ModelChange | null {
  if (bytes.length < HEAD_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [mark, spam, good, count] = [0, 4, 8, 12].map((at) => view.getUint32(at, true)) as [
    number,
    number,
    number,
    number,
  ];
  if (mark !== MARK || bytes.length !== HEAD_BYTES + count * 8) return null;
  const indices = new Uint32Array(count);
  const values = new Float32Array(count);
  for (let at = 0; at < count; at++) {
    indices[at] = view.getUint32(HEAD_BYTES + at * 4, true);
    values[at] = view.getFloat32(HEAD_BYTES + (count + at) * 4, true);
  }
  return values.every(Number.isFinite) ? { indices, values, spam, good } : null;
}
