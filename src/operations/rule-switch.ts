import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { RULES } from '#proof/rule.ts';
import { writeSwitch } from '#store/proof-switches.ts';
import { findText } from '#store/texts.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';

export interface RuleSwitch {
  readonly rule: string;
  /** Null: for every text of the site. */
  readonly textId: TextId | null;
  readonly isOff: boolean;
}

/** Turns a rule off, or on again. */
export async function switchRule(context: Context, { rule, textId, isOff }: RuleSwitch): Promise<void> {
  authorise(context, textId === null ? 'proofing.manage' : 'text.edit');
  if (!(RULES as readonly string[]).includes(rule)) throw new Refusal('bad-request');
  const [by, at] = [accountOf(context.actor), moment(context)];
  await context.store.write(async (transaction) => {
    if (textId !== null && !(await findText(transaction, textId))) throw new Refusal('not-found');
    await writeSwitch(transaction, { rule, textId, isOff, by, at });
  });
}
