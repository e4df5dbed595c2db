import { Refusal } from '#domain/refusal.ts';
import type { Mistake, Result } from '#domain/result.ts';
import { editContribution } from '#operations/contribution-edit.ts';
import { eraseContribution } from '#operations/contribution-erase.ts';
import { changeNotification } from '#operations/contribution-notify.ts';
import { withdrawContribution } from '#operations/contribution-withdraw.ts';
import { exportReceipt, readReceipt } from '#operations/reads/receipt.ts';
import { type Answer, redirect } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { receiptPage } from '../../views/forum/receipt.ts';
import type { ReceiptView } from '../../views/forum/receipt-acts.ts';
import { siteOf } from '../../views/site.ts';
import { furnitureLanguage } from '../../views/text-language.ts';

/** A private address: kept by nobody on the way, told to nobody, found by no search engine. */
const PRIVATE = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const;
const DONE = ['edited', 'withdrawn', 'notify'] as const;

export async function receipt(visit: Visit): Promise<Answer> {
  return receiptAnswer(visit, { typed: null, mistakes: [] });
}

export async function changeWords(visit: Visit): Promise<Answer> {
  const { context, form, address } = visit;
  const field = (name: string) => form!.get(name) ?? '';
  const typed = { name: field('name'), subject: field('subject'), body: field('body').replace(/\r\n?/g, '\n') };
  const edited = await editContribution(context, { receipt: tokenOf(visit), typed, hash: field('hash'), address });
  return edited.ok ? back(visit, 'edited') : receiptAnswer(visit, { typed, mistakes: edited.mistakes });
}

export async function withdrawOwn(visit: Visit): Promise<Answer> {
  await withdrawContribution(visit.context, { receipt: tokenOf(visit) });
  return back(visit, 'withdrawn');
}

/** Only with the tick: it cannot be undone. */
export async function eraseOwn(visit: Visit): Promise<Answer> {
  if (visit.form!.get('sure') === 'yes') await eraseContribution(visit.context, { receipt: tokenOf(visit) });
  return back(visit, null);
}

export async function changeLetters(visit: Visit): Promise<Answer> {
  const { context, form, address } = visit;
  const notify = form!.get('notify') === 'yes';
  const email = form!.get('email')?.trim() || null;
  const changed: Result<null> = await changeNotification(context, { receipt: tokenOf(visit), email, notify, address });
  return changed.ok ? back(visit, 'notify') : receiptAnswer(visit, { typed: null, mistakes: changed.mistakes });
}

/** All that is kept of it. */
export async function receiptFile(visit: Visit): Promise<Answer> {
  const kept = await exportReceipt(visit.context, { receipt: tokenOf(visit) });
  if (kept === null) throw new Refusal('not-found');
  return {
    kind: 'bytes',
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(kept, null, 2)}\n`,
    headers: { ...PRIVATE, 'content-disposition': 'attachment; filename="contribution.json"' },
  };
}

interface Shown {
  readonly typed: ReceiptView['typed'];
  readonly mistakes: readonly Mistake[];
}

async function receiptAnswer(visit: Visit, { typed, mistakes }: Shown): Promise<Answer> {
  const token = tokenOf(visit);
  const receipt = await readReceipt(visit.context, { receipt: token });
  if (receipt === null) throw new Refusal('not-found');
  const site = siteOf(visit);
  const html = receiptPage({
    site,
    language: furnitureLanguage(receipt.text.language, site.language),
    token,
    receipt,
    typed,
    mistakes,
    done: DONE.find((one) => one === visit.query.get('done')) ?? null,
    formToken: visit.session?.formToken ?? null,
  });
  return { kind: 'html', status: mistakes.length > 0 ? 422 : 200, headers: PRIVATE, html };
}

const tokenOf = ({ params }: Visit) => params.token ?? '';

const back = (visit: Visit, done: (typeof DONE)[number] | null) =>
  redirect(`/receipt/${tokenOf(visit)}${done ? `?done=${done}` : ''}`);
