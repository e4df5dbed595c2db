/** What a visitor sent, as far as triage looks at it: never an address. */
export interface Submission {
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
  /** The words of the passage it answers, as they stand in the text. */
  readonly quote?: string | null;
}

/** What the caller knows of how it came. Whoever knows nothing of one of these gives what `UNKNOWN_CIRCUMSTANCES` holds. */
export interface Circumstances {
  /** From the form to the sending; null where no form was signed (an import). */
  readonly secondsToSend: number | null;
  readonly proofOfWork: 'done' | 'absent' | 'not-asked';
  /** A field no person sees was filled in. */
  readonly honeypotFilled: boolean;
  /** Others kept of late with the same words, letter for letter. */
  readonly exactCopies: number;
  /** Others kept of late with the same group key, exact copies included. */
  readonly nearCopies: number;
  /** Characters that had to be taken out of what was typed, as `countHidden` counts them before `normalise`. */
  readonly hiddenCharacters: number;
  /** Only an address the sender proved to own: a name is anybody's. */
  readonly confirmedEmail: string | null;
}

export const UNKNOWN_CIRCUMSTANCES: Circumstances = {
  secondsToSend: null,
  proofOfWork: 'not-asked',
  honeypotFilled: false,
  exactCopies: 0,
  nearCopies: 0,
  hiddenCharacters: 0,
  confirmedEmail: null,
};

/** The site's own lists. */
export interface Lists {
  /** Words or phrases; `*` at the end stands for any ending. */
  readonly blockedWords: readonly string[];
  /** Addresses, or `@example.org` for all of a domain. */
  readonly allowedSenders: readonly string[];
}

export const NO_LISTS: Lists = { blockedWords: [], allowedSenders: [] };
