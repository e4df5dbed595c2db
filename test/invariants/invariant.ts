// What must always hold, the tests that hold it, and the slips by which each of those tests was seen to fail.

export interface Invariant {
  /** `6` of the forum, `R6` of the record: what is asked for by name. */
  readonly id: string;
  readonly holds: string;
  readonly tests: readonly NamedTest[];
  readonly breakages: readonly Breakage[];
}

export interface NamedTest {
  /** From the project's folder. */
  readonly file: string;
  /** As it runs; `…` for what is put into the name as it runs. */
  readonly name: string;
}

/** One slip of a programmer, and the test that must see it. */
export interface Breakage extends Change {
  /** What no longer holds, after: “Broken so that …”. */
  readonly so: string;
  readonly seenBy: NamedTest;
  /** Where two places keep a promise, each by itself: both must slip. */
  readonly also?: Change;
}

export interface Change {
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly text: string;
  readonly instead: string;
}

/** The tests of one file: `inFile('src/x.test.ts')('a name')`. */
export const inFile =
  (file: string) =>
  (name: string): NamedTest => ({ file, name });
