/** Something wrong with a source or a file, with its place. Reading never fails: it gives what it could, and problems. */
export interface Problem {
  /** Stable, kebab-case; also the key of its message in `locale/`. */
  readonly code: string;
  /** In English, for logs and the command line; pages use the code and the values. */
  readonly message: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** From 1; null where no line is to blame. */
  readonly line: number | null;
}
