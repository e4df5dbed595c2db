// The weights of a logistic regression, printed by `node scripts/proof-data/fit-misreading.ts`; docs/decisions/0018 says what of.
export const MISREADING_WEIGHTS = {
  always: -9.4,
  french: -0.829,
  /** For each bit by which the rival is oftener seen beside the neighbour. */
  left: 0.231,
  right: 0.236,
  /** The word read was never seen beside the neighbour. */
  unseenLeft: 0.591,
  unseenRight: 0.627,
  /** For each bit, up to four, of the word read beside its neighbour. */
  readLeft: 0.0456,
  readRight: 0.0143,
  cost: -2.4,
  /** For each bit, up to five, by which grammar keeps the rival away. */
  shunned: -0.742,
  short: 0.632,
  long: -1.18,
  /** Set by hand: the labelled texts hold no misread beginning of a sentence, so fitting would forbid them. */
  beginning: -1.5,
  /** For each doubling of how often the text has the word elsewhere. */
  readElsewhere: -1.02,
  rivalElsewhere: -0.0405,
  /** For each doubling of how common the rival is. */
  rivalCommon: 0.398,
} as const;
