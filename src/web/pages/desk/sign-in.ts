import { openSession } from '#operations/session-open.ts';
import { type Answer, redirect } from '#web/http/answer.ts';
import { sessionCookie } from '#web/http/cookies.ts';
import { TOKEN_FIELD } from '#web/http/form-guard.ts';
import type { Visit } from '#web/http/route.ts';
import { keptFormView } from '#web/views/desk/kept-form.ts';
import { type KeptForm, signInView } from '#web/views/desk/sign-in.ts';
import { findVisitSession } from './visit-session.ts';

export async function signInPage(visit: Visit): Promise<Answer> {
  const next = deskPath(visit.query.get('next'));
  if (visit.session) return redirect(next ?? '/desk');
  return { kind: 'html', html: signInView(visit, { next }) };
}

export async function signIn(visit: Visit): Promise<Answer> {
  const form = visit.form!;
  const [name, password] = [form.get('name') ?? '', form.get('password') ?? ''];
  const [next, kept] = [deskPath(form.get('next')), parseKept(form.get('kept'))];
  const opened = await openSession(visit.context, { name, password, address: visit.address });
  if (!opened.ok)
    return { kind: 'html', status: 422, html: signInView(visit, { name, mistakes: opened.mistakes, next, kept }) };
  const cookies = [sessionCookie(opened.value)];
  if (!kept) return redirect(next ?? '/desk', cookies);
  const session = await findVisitSession(visit.context, opened.value.token);
  return { kind: 'html', html: keptFormView({ ...visit, session }, kept), cookies };
}

/** The session ended while the person was writing: sign in, and what was typed goes on to where it was sent. */
export async function signedOutPage(visit: Visit): Promise<Answer> {
  const kept: KeptForm = {
    action: visit.url.pathname,
    fields: [...visit.form!].filter(([name]) => name !== TOKEN_FIELD),
  };
  const html = visit.session
    ? keptFormView(visit, kept)
    : signInView(visit, { next: null, kept, lostFile: visit.files.length > 0 });
  return { kind: 'html', status: 401, html };
}

// Only into the desk: an address of another site, or one that ends in "//elsewhere", is nobody's way back.
function deskPath(path: string | null): string | null {
  return path !== null && /^\/desk(?:[/?][\w\-./?=&%]*)?$/.test(path) ? path : null;
}

function parseKept(json: string | null): KeptForm | null {
  if (json === null) return null;
  try {
    const { action, fields } = JSON.parse(json) as { action: unknown; fields: unknown };
    if (typeof action !== 'string' || deskPath(action) === null || !Array.isArray(fields)) return null;
    return { action, fields: fields.filter(isField) };
  } catch {
    return null;
  }
}

function isField(field: unknown): field is [string, string] {
  return Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === 'string');
}
