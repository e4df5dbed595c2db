// The weights of a logistic regression, printed by `node scripts/proof-data/fit-misreading.ts`; docs/decisions/0018 says what of.
export const MISREADING_WEIGHTS = {
  always: -4.74,
  french: -1.06,
  /** For each bit by which the rival is oftener seen beside the neighbour. */
  left: 0.27,
  right: 0.24,
  /** The word read was never seen beside the neighbour. */
  unseenLeft: 0.45,
  unseenRight: 0.92,
  /** For each bit, up to four, of the word read beside its neighbour. */
  readLeft: 0.07,
  readRight: 0.08,
  cost: -3.2,
  /** For each bit, up to five, by which grammar keeps the rival away. */
  shunned: -0.45,
  short: 0.98,
  long: -0.69,
  /** Set by hand: the labelled texts hold no misread beginning of a sentence, so fitting would forbid them. */
  beginning: -1.5,
  /** For each doubling of how often the text has the word elsewhere. */
  readElsewhere: -0.54,
  rivalElsewhere: 0.106,
} as const;
