import { html } from 'hono/html';
import type { Html } from '../http/answer.ts';
import { TOKEN_FIELD } from '../http/form-guard.ts';

/** Stands in every POST form of a signed-in person. */
export function formTokenField(session: { readonly formToken: string } | null): Html | '' {
  return session === null ? '' : html`<input type="hidden" name="${TOKEN_FIELD}" value="${session.formToken}">`;
}
