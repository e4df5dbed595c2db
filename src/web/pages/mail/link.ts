import { Refusal } from '#domain/refusal.ts';
import { useMailLink } from '#operations/mail-link-use.ts';
import { readMailLink } from '#operations/reads/mail-link.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { mailLinkDone, mailLinkGone, mailLinkPage } from '../../views/mail/link.ts';

/** Says what the link does and offers to do it. Whatever follows links in mails changes nothing by it. */
export async function mailLink(visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? '';
  const link = await readMailLink(visit.context, { token });
  if (!link) return gone(visit);
  return { kind: 'html', html: mailLinkPage(visit, { action: link.action, token }), headers: UNTOLD };
}

/** Does it, once. A reader's mail program may post here by itself (RFC 8058). */
export async function followMailLink(visit: Visit): Promise<Answer> {
  try {
    const { action } = await useMailLink(visit.context, { token: visit.params.token ?? '' });
    return { kind: 'html', html: mailLinkDone(visit, { action }), headers: UNTOLD };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return gone(visit);
    throw error;
  }
}

/** The address is a secret: no page it leads to hears of it. */
const UNTOLD = { 'referrer-policy': 'no-referrer' };

const gone = (visit: Visit): Answer => ({ kind: 'html', status: 404, html: mailLinkGone(visit), headers: UNTOLD });
