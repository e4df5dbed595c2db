/** A person's mistake is a value, shown beside the field with what they typed kept; it is never thrown. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export interface Mistake {
  /** The form field, or null for the whole form. */
  readonly field: string | null;
  /** Message key in `locale/`. */
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export const done = <T>(value: T): Result<T> => ({ ok: true, value });

export const mistaken = (
  field: string | null,
  key: string,
  values?: Mistake['values'],
): { readonly ok: false; readonly mistakes: readonly Mistake[] } => ({
  ok: false,
  mistakes: [values ? { field, key, values } : { field, key }],
});
