import type { Kysely } from 'kysely';
import type { AccountId, TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

/** Where a rule is off: in one text, or everywhere (null). */
export interface ProofSwitch {
  readonly rule: string;
  readonly textId: TextId | null;
}

const EVERYWHERE = '';

export async function listSwitches(db: Kysely<Schema>, textId: TextId | null): Promise<readonly ProofSwitch[]> {
  const rows = await db
    .selectFrom('proof_switch')
    .select(['rule', 'text_id'])
    .where('text_id', 'in', [EVERYWHERE, textId ?? EVERYWHERE])
    .orderBy('rule')
    .execute();
  return rows.map((row) => ({ rule: row.rule, textId: row.text_id === EVERYWHERE ? null : (row.text_id as TextId) }));
}

export async function writeSwitch(
  db: Kysely<Schema>,
  { rule, textId, isOff, by, at }: ProofSwitch & { isOff: boolean; by: AccountId | null; at: string },
): Promise<void> {
  const text_id = textId ?? EVERYWHERE;
  if (isOff)
    await db
      .insertInto('proof_switch')
      .values({ rule, text_id, created_by: by, created_at: at })
      .onConflict((conflict) => conflict.columns(['text_id', 'rule']).doNothing())
      .execute();
  else await db.deleteFrom('proof_switch').where('text_id', '=', text_id).where('rule', '=', rule).execute();
}
