import type { Audited } from '#store/audited.ts';

const ROWS_AT_ONCE = 5000;

/**
 * Rows 0 to `count`, each at its index; null where there is none, undefined where it could not be read. Many at once, and one by one where
 * something among them is damaged.
 */
export function readAll<T extends { readonly index: number }>(
  count: number,
  {
    many,
    one,
    advance,
  }: {
    readonly many: (start: number, end: number) => Audited<readonly T[]>;
    readonly one: (index: number) => T | null | undefined;
    readonly advance?: ((steps: number) => void) | undefined;
  },
): readonly (T | null | undefined)[] {
  const rows: (T | null | undefined)[] = [];
  for (let start = 0; start < count; start += ROWS_AT_ONCE) {
    const end = Math.min(count, start + ROWS_AT_ONCE);
    const read = many(start, end);
    const found = 'row' in read ? new Map((read.row ?? []).map((row) => [row.index, row])) : null;
    for (let index = start; index < end; index += 1) rows.push(found ? (found.get(index) ?? null) : one(index));
    advance?.(end - start);
  }
  return rows;
}
