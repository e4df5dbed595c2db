// What can be wrong with a record. Each kind is a sentence of the language tables (`cli.verify.fault.<kind>`).
export type FaultKind =
  | 'database'
  | 'damaged'
  | 'key-missing'
  | 'checkpoint-missing'
  | 'checkpoint-unsigned'
  | 'checkpoint-root'
  | 'checkpoint-link'
  | 'checkpoint-gone'
  | 'counts'
  | 'log-cut'
  | 'past-changed'
  | 'other-log'
  | 'leaf-missing'
  | 'leaf-hash'
  | 'leaf-form'
  | 'leaf-columns'
  | 'leaf-order'
  | 'node'
  | 'nodes-count'
  | 'tile'
  | 'missing'
  | 'manifest'
  | 'file'
  | 'unrecorded'
  | 'contribution'
  | 'contribution-state'
  | 'contribution-shown'
  | 'contribution-gone'
  | 'contribution-remains'
  | 'decision'
  | 'decision-gone'
  | 'state';

/**
 * Called with each fault as it is found: its kind, where on the site or in the record (`/on-writing/2/source.md`,
 * `/log/checkpoint`), and what the kind's sentence has a place for.
 */
export type ReportFault = (kind: FaultKind, address: string, detail?: string | number) => void;

export interface VerifyOptions {
  readonly report: ReportFault;
  /** A checkpoint, or a file that ends in one, kept from before. */
  readonly earlier?: { readonly name: string; readonly note: string } | undefined;
  readonly expect?: (steps: number) => void;
  readonly advance?: (steps: number) => void;
}

export interface Verified {
  readonly origin: string;
  readonly leaves: number;
  readonly revisions: number;
  readonly files: number;
  /** Revisions of contributions, each compared with its commitment; a site does not serve what that takes. */
  readonly contributions: number;
  /** Leaves that no checkpoint covers yet: they were added since the last one was signed. */
  readonly unsigned: number;
  /** Revisions of withdrawn texts whose files a site does not serve. */
  readonly withheld: number;
  /** The log this one goes on from, and how many of its signed leaves are not here; null where there is none before it. */
  readonly continued: { readonly origin: string; readonly lost: number } | null;
}
