// Somebody who sends a contribution the way the form does: preview first, then the ticket that came with it.

import { previewContribution } from '#operations/contribution-preview.ts';
import { sendContribution } from '#operations/contribution-send.ts';
import type { TypedContribution } from '#operations/contribution-typed.ts';
import type { TestContext } from './context.ts';

type Typed = Partial<TypedContribution> & { readonly slug: string; readonly address?: string };

/** How long they look at the preview: whoever takes no time is no person. */
const SECONDS = 20;

/** The token of the receipt. */
export async function sendTo(press: TestContext, { slug, address = '192.0.2.7', ...fields }: Typed): Promise<string> {
  const context = press.asVisitor();
  const typed: TypedContribution = {
    name: 'Nadia',
    email: '',
    subject: '',
    body: 'I was there.',
    paragraph: '',
    answers: '',
    quote: '',
    notify: false,
    ...fields,
  };
  const previewed = await previewContribution(context, { slug, typed, address });
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.mistakes));
  const { ticket } = previewed.value;
  press.clock.advance(SECONDS);
  const sent = await sendContribution(context, { slug, typed, ticket, work: '', trap: '', address, language: 'en' });
  if (!sent.ok) throw new Error(JSON.stringify(sent.mistakes));
  return sent.value.receipt;
}
