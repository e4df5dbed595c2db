// A leaf is exact bytes: restricted RFC 8785 JSON (ASCII, sorted keys, integers below 2^53, no floats, no nulls).
// It never holds a name, a mail or network address, free text, who moderated, a length, or a bare hash of any of those.

/** Everything the record can say. Times are ISO 8601 in UTC without fractions; those of the forum are whole minutes. */
export type Leaf =
  | {
      readonly kind: 'revision.publish';
      readonly at: string;
      readonly text: string;
      readonly revision: number;
      readonly manifest: string;
    }
  | {
      readonly kind: 'revision.withdraw';
      readonly at: string;
      readonly text: string;
      readonly revision: number;
      readonly ground: string;
    }
  | { readonly kind: 'contribution.receive'; readonly at: string; readonly commitment: string }
  | {
      readonly kind: 'contribution.decide';
      readonly at: string;
      readonly commitment: string;
      readonly contribution: number;
      readonly decision: 'validate' | 'refuse' | 'spam' | 'withdraw';
      readonly ground: string;
    }
  | {
      readonly kind: 'contribution.erase';
      readonly at: string;
      readonly contribution: number;
      /** `lost`: what it speaks of was in data that are lost; said when a record is gone on with after that. */
      readonly ground: 'request' | 'law' | 'retention' | 'lost';
    }
  | { readonly kind: 'key.rotate'; readonly at: string; readonly key: string }
  /** First leaf of a log begun anew after a fork: the head of the one before. */
  | {
      readonly kind: 'log.continue';
      readonly at: string;
      readonly origin: string;
      readonly size: number;
      readonly root: string;
    };

/** Version of these shapes; stands in each leaf as `v`. */
export const LEAF_VERSION = 1;
/** Bytes; a longer leaf is a mistake in the program. */
export const LONGEST_LEAF = 1024;

/** The leaf's bytes, to be stored and served as they are. Throws when a value has no place in a leaf. */
export function writeLeaf(leaf: Leaf): Uint8Array {
  const fields = Object.entries({ ...leaf, v: LEAF_VERSION }).sort(([one], [other]) => (one < other ? -1 : 1));
  const bytes = Buffer.from(
    `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${writeValue(key, value)}`).join(',')}}`,
  );
  if (bytes.length > LONGEST_LEAF)
    throw new RangeError(`a leaf of ${bytes.length} bytes; the longest is ${LONGEST_LEAF}`);
  return new Uint8Array(bytes);
}

/** What a leaf says, for showing. A verifier hashes the bytes and never writes them again. Null for bytes that are no leaf of ours. */
export function readLeaf(bytes: Uint8Array): Leaf | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('latin1'));
    if (typeof value !== 'object' || value === null || !('v' in value) || value.v !== LEAF_VERSION) return null;
    const { v, ...leaf } = value as Leaf & { readonly v: number };
    return isWhole(leaf) && Buffer.compare(writeLeaf(leaf), bytes) === 0 ? leaf : null;
  } catch {
    return null;
  }
}

/** Of each kind, what it says besides. */
const FIELDS = {
  'revision.publish': { at: 'string', text: 'string', revision: 'number', manifest: 'string' },
  'revision.withdraw': { at: 'string', text: 'string', revision: 'number', ground: 'string' },
  'contribution.receive': { at: 'string', commitment: 'string' },
  'contribution.decide': {
    at: 'string',
    commitment: 'string',
    contribution: 'number',
    decision: 'string',
    ground: 'string',
  },
  'contribution.erase': { at: 'string', contribution: 'number', ground: 'string' },
  'key.rotate': { at: 'string', key: 'string' },
  'log.continue': { at: 'string', origin: 'string', size: 'number', root: 'string' },
} as const satisfies { readonly [Kind in Leaf['kind']]: Readonly<Record<string, 'string' | 'number'>> };

/** A damaged leaf may be JSON still, with a field of another name or kind. */
function isWhole({ kind, ...said }: Leaf): boolean {
  const fields: Readonly<Record<string, string>> | undefined = Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : undefined;
  if (fields === undefined || Object.keys(said).length !== Object.keys(fields).length) return false;
  return Object.entries(said).every(([name, value]) => Object.hasOwn(fields, name) && typeof value === fields[name]);
}

function writeValue(key: string, value: unknown): string {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value);
  if (typeof value === 'string' && PLAIN_ASCII.test(value)) return JSON.stringify(value);
  throw new TypeError(`“${key}” has no place in a leaf: ASCII text or a whole number from 0 only`);
}

const PLAIN_ASCII = /^[ !#-[\]-~]*$/;
