// What triage goes by: the model it learnt, and the lists the site keeps.
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

export interface StoredModel {
  readonly bytes: Uint8Array;
  /** How many decisions it learnt from. */
  readonly decisions: number;
  readonly changedAt: string;
}

export async function findModel(db: Kysely<Schema>): Promise<StoredModel | null> {
  const row = await db
    .selectFrom('triage_model')
    .select(['model as bytes', 'decisions', 'changed_at as changedAt'])
    .executeTakeFirst();
  return row ?? null;
}

/** Cheap to ask: tells whether a model that was read is still the last one. */
export async function findModelStamp(db: Kysely<Schema>): Promise<string | null> {
  const row = await db.selectFrom('triage_model').select(['decisions', 'changed_at']).executeTakeFirst();
  return row ? `${row.decisions} ${row.changed_at}` : null;
}

export async function saveModel(db: Kysely<Schema>, { bytes, decisions, changedAt }: StoredModel): Promise<void> {
  const values = { model: Buffer.from(bytes), decisions, changed_at: changedAt };
  await db
    .insertInto('triage_model')
    .values({ id: 1, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

export async function deleteModel(db: Kysely<Schema>): Promise<void> {
  await db.deleteFrom('triage_model').execute();
}

/** `blocked`: words. `allowed`: addresses of senders. */
export type ListKind = 'blocked' | 'allowed';

export async function listTriageEntries(db: Kysely<Schema>): Promise<Readonly<Record<ListKind, readonly string[]>>> {
  const rows = await db.selectFrom('triage_list').select(['kind', 'value']).orderBy('kind').orderBy('value').execute();
  const of = (wanted: ListKind) => rows.filter(({ kind }) => kind === wanted).map(({ value }) => value);
  return { blocked: of('blocked'), allowed: of('allowed') };
}

export async function replaceTriageEntries(
  db: Kysely<Schema>,
  { kind, values, at }: { readonly kind: ListKind; readonly values: readonly string[]; readonly at: string },
): Promise<void> {
  await db.deleteFrom('triage_list').where('kind', '=', kind).execute();
  if (values.length === 0) return;
  const rows = values.map((value) => ({ kind, value, created_at: at }));
  await db.insertInto('triage_list').values(rows).execute();
}
