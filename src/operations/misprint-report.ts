import { Refusal } from '#domain/refusal.ts';
import { done, type Mistake, mistaken, type Result } from '#domain/result.ts';
import { countMisprints, insertMisprint } from '#store/misprints.ts';
import { findRevisionIds } from '#store/revisions.ts';
import { findTextBySlug } from '#store/texts.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { readTicket } from './form-ticket.ts';
import { moment } from './moment.ts';
import { newId } from './secret.ts';
import { senderMark } from './sender-mark.ts';

export interface MisprintReport {
  readonly slug: string;
  /** The id of a block or note; empty for the text at large. */
  readonly paragraph: string;
  readonly words: string;
  readonly instead: string;
  /** To be credited; empty for nobody. */
  readonly name: string;
  readonly ticket: string;
  /** A field no person sees: what fills it in is a machine. */
  readonly trap: string;
  readonly address: string;
}

const LONGEST = { words: 200, instead: 200, name: 80 } as const;
const MOST_A_DAY = 20;
const MOST_WAITING = 5000;

/** Keeps what a reader says is wrong, for an editor. It appears nowhere public; a machine's is dropped with the same answer. */
export async function reportMisprint(context: Context, report: MisprintReport): Promise<Result<null>> {
  authorise(context, 'public');
  const { reader } = context.store;
  const text = await findTextBySlug(reader, report.slug);
  if (!text || text.slug !== report.slug || text.number === 0 || text.withdrawal) throw new Refusal('not-found');
  const [words, instead, name] = [tidied(report.words), tidied(report.instead), tidied(report.name)];
  const mistakes = mistakesIn({ words, instead, name });
  if (mistakes.length > 0) return { ok: false, mistakes };
  if (report.trap !== '') return done(null);
  const ticket = { form: 'misprint', textId: text.id, ticket: report.ticket } as const;
  if (!(await readTicket(context, ticket))) return mistaken(null, 'mistake.form-old');
  const { blocks, notes } = await findRevisionIds(reader, { textId: text.id, number: text.number });
  const mark = await senderMark(context, { address: report.address });
  await context.store.write(async (transaction) => {
    const many = (await countMisprints(transaction, mark)) >= MOST_A_DAY;
    if (many || (await countMisprints(transaction, { state: 'waiting' })) >= MOST_WAITING)
      throw new Refusal('too-many');
    await insertMisprint(transaction, {
      id: newId(context),
      textId: text.id,
      number: text.number,
      blockId: [...blocks, ...notes].some(({ id }) => id === report.paragraph) ? report.paragraph : null,
      words,
      instead,
      name: name || null,
      state: 'waiting',
      ticket: report.ticket,
      at: moment(context),
      ...mark,
    });
  });
  return done(null);
}

/** One line, without signs that steer the writing of others. */
const tidied = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .trim();

type Typed = Readonly<Record<keyof typeof LONGEST, string>>;

function mistakesIn(typed: Typed): readonly Mistake[] {
  const long = (Object.keys(LONGEST) as (keyof Typed)[]).filter((field) => typed[field].length > LONGEST[field]);
  if (typed.words === '') return mistaken('words', 'mistake.misprint-words').mistakes;
  if (typed.instead === '') return mistaken('instead', 'mistake.misprint-instead').mistakes;
  if (typed.instead === typed.words) return mistaken('instead', 'mistake.misprint-same').mistakes;
  return long.map((field) => ({ field, key: 'mistake.misprint-long', values: { count: LONGEST[field] } }));
}
