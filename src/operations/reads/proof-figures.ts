import { RULES } from '#proof/rule.ts';
import { listLexicon } from '#store/lexicon-words.ts';
import { type MonthFigures, type RuleFigures, sumProofFigures, sumProofMonths } from '#store/proof-counts.ts';
import { listSwitches } from '#store/proof-switches.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { momentIn } from '../moment.ts';

export interface ProofFigures {
  /** Every rule there is, the one that asks most first. */
  readonly rules: readonly (RuleFigures & { readonly isOff: boolean })[];
  /** Of the last year, oldest first; months without an answer are left out. */
  readonly months: readonly MonthFigures[];
  readonly lexicon: readonly string[];
}

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** What proofing asked and what was answered, so that a rule that annoys is seen. */
export async function readProofFigures(context: Context): Promise<ProofFigures> {
  authorise(context, 'desk.read');
  const { reader } = context.store;
  const figures = await sumProofFigures(reader);
  const off = await listSwitches(reader, null);
  const rules = RULES.map((rule) => ({
    ...(figures.find((one) => one.rule === rule) ?? { rule, findings: 0, accepted: 0, stet: 0 }),
    isOff: off.some((one) => one.rule === rule),
  }));
  return {
    rules: rules.sort((a, b) => asked(b) - asked(a)),
    months: await sumProofMonths(reader, { since: momentIn(context, -YEAR_SECONDS) }),
    lexicon: await listLexicon(reader),
  };
}

const asked = ({ findings, accepted }: RuleFigures) => findings + accepted;
