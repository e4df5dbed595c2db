/**
 * Where databases differ, as named facts. Only SQLite is shipped so far; a second engine is a second file here,
 * and nothing outside this folder asks which engine it is.
 */
export interface Engine {
  /** Column type of exact bytes. */
  readonly bytes: string;
  /** A whole number the database gives to each new row, never one given before. */
  readonly rowNumber: string;
  /** What stands after the bracket that closes a table. */
  readonly tableEnd: string;
  /** Statements that make UPDATE and DELETE on a table fail whoever tries. */
  forbidChanges(table: string): readonly string[];
  /** A statement that makes an INSERT or UPDATE fail unless the condition, which may name `new` and `old`, holds. */
  forbidUnless(guard: {
    readonly name: string;
    /** `insert on TABLE`, `update of COLUMN on TABLE`. */
    readonly event: string;
    readonly condition: string;
    readonly message: string;
  }): string;
  /** Statements that make the full-text index. */
  readonly searchIndex: readonly string[];
}
