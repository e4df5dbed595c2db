import { LONGEST_GROUND, MOST_GROUNDS, OWN_GROUNDS, type RefusalGround } from '#domain/ground.ts';
import { done, type Mistake, mistaken, type Result } from '#domain/result.ts';
import { slugFrom } from '#domain/slug.ts';
import { replaceGrounds } from '#store/refusal-grounds.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';

/** The whole list anew. What was decided keeps its code and what its sender was told. A code that is left out is made of the label. */
export async function changeGrounds(
  context: Context,
  { grounds }: { readonly grounds: readonly RefusalGround[] },
): Promise<Result<null>> {
  authorise(context, 'forum.manage');
  const list = grounds.map(tidied).filter(({ code, label, reason }) => code || label || reason);
  const mistakes = mistakesIn(list);
  if (mistakes.length > 0) return { ok: false, mistakes };
  await context.store.write((transaction) => replaceGrounds(transaction, list));
  return done(null);
}

function tidied({ code, label, reason }: RefusalGround): RefusalGround {
  const name = label
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return { code: code.trim() || slugFrom(name).slice(0, LONGEST_GROUND.code), label: name, reason: reason.trim() };
}

/** The field is `code-N`, `label-N`, from 0, as the list was given without its empty lines. */
function mistakesIn(list: readonly RefusalGround[]): readonly Mistake[] {
  if (list.length === 0) return mistaken(null, 'mistake.grounds-none').mistakes;
  if (list.length > MOST_GROUNDS) return mistaken(null, 'mistake.grounds-many', { count: MOST_GROUNDS }).mistakes;
  const taken = new Set<string>(OWN_GROUNDS);
  return list.flatMap(({ code, label, reason }, at) => {
    const [{ code: count }, isTaken] = [LONGEST_GROUND, taken.has(code)];
    taken.add(code);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) || code.length > count)
      return mistaken(`code-${at}`, 'mistake.ground-code', { count }).mistakes;
    if (isTaken) return mistaken(`code-${at}`, 'mistake.ground-taken').mistakes;
    const tooLong = label.length > LONGEST_GROUND.label || reason.length > LONGEST_GROUND.reason;
    if (label !== '' && reason !== '' && !tooLong) return [];
    const most = { label: LONGEST_GROUND.label, reason: LONGEST_GROUND.reason };
    return mistaken(`label-${at}`, 'mistake.ground-words', most).mistakes;
  });
}
