// From a request to a visit: who it is, what they may, what they sent.

import type { FastifyRequest } from 'fastify';
import { type Actor, VISITOR } from '#domain/account.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Context } from '#operations/context.ts';
import { actorOfToken } from '#operations/reads/access.ts';
import { findSession } from '#operations/reads/session.ts';
import { allows } from '#policies/policies.ts';
import type { Assets } from './assets.ts';
import { readCookies } from './cookies.ts';
import { readForm } from './form.ts';
import { checkFields, checkOrigin, hasToken } from './form-guard.ts';
import { visitorLanguage } from './language.ts';
import type { ApiRoute, Page, Route, Visit, VisitSession } from './route.ts';

export interface Visits {
  /** Before the body is read: refuses a form from elsewhere, and whoever may not do this. */
  admit(request: FastifyRequest, route: Route): Promise<Admission>;
  /** The page to call and the visit to call it with. */
  open(request: FastifyRequest, route: Route, admission: Admission): Promise<{ page: Page; visit: Visit }>;
  /** A visit without rights, for pages that say what went wrong. */
  bare(request: FastifyRequest): Visit;
}

export interface Admission {
  /** Who acts, where a bearer token says so. */
  readonly actor?: Actor;
  readonly session: VisitSession | null;
  readonly mayUse: boolean;
}

export function visits(context: Context, assets: Assets): Visits {
  const { publicUrl, siteLanguage } = context.settings;
  const https = publicUrl.startsWith('https:');
  const cookiesOf = (request: FastifyRequest) => readCookies(request.headers.cookie, https);

  async function sessionOf(request: FastifyRequest): Promise<VisitSession | null> {
    const token = cookiesOf(request).session;
    const found = token === null ? null : await findSession(context, { token });
    if (token === null || found === null || found.actor.kind !== 'account') return null;
    return { actor: found.actor, token, formToken: found.formToken };
  }

  function visitOf(request: FastifyRequest, session: VisitSession | null): Visit {
    const actor: Actor = session?.actor ?? VISITOR;
    return {
      context: { ...context, actor },
      params: (request.params ?? {}) as Record<string, string>,
      query: new URLSearchParams(/\?(.*)/s.exec(request.url)?.[1] ?? ''),
      form: null,
      files: [],
      language: visitorLanguage(cookiesOf(request).language, request.headers['accept-language'], siteLanguage),
      session,
      url: new URL(request.url.replace(/^\/+/, '/'), publicUrl),
      address: request.ip,
      headers: request.headers,
      assets,
    };
  }

  return {
    async admit(request, route) {
      if ('api' in route) return admitProgram(context, request, route);
      if (route.method === 'POST') checkOrigin(request.headers, publicUrl);
      const session = await sessionOf(request);
      const mayUse = allows(session?.actor ?? VISITOR, route.policy);
      const mayBeKept = session === null && route.method === 'POST' && route.signedOut !== undefined;
      if (!mayUse && !mayBeKept) throw new Refusal(session === null ? 'sign-in-required' : 'not-allowed');
      return { session, mayUse };
    },
    async open(request, route, { session, mayUse, actor }) {
      const visit = visitOf(request, session);
      if ('api' in route) return { page: route.page, visit: programVisit(request, route, visit, actor ?? VISITOR) };
      if (route.method === 'GET') return { page: route.page, visit };
      const { fields, files } = await readForm(request);
      checkFields(fields, route.fields);
      if (files.some((file) => !route.files?.includes(file.field))) throw new Refusal('bad-request');
      const withForm = { ...visit, form: fields, files };
      if (!mayUse && route.signedOut) return { page: route.signedOut, visit: withForm };
      if (session && !route.changesNothing && !hasToken(fields, session.formToken)) {
        // Signed in anew in another window: this form carries the token of a session gone by, and what was typed in it.
        if (!route.signedOut) throw new Refusal('not-allowed');
        return { page: route.signedOut, visit: withForm };
      }
      return { page: route.page, visit: withForm };
    },
    bare: (request) => visitOf(request, null),
  };
}

/** Cookies are not looked at: a program's rights come from its token, and no other site can make a browser send one. */
async function admitProgram(context: Context, { headers }: FastifyRequest, { policy }: ApiRoute): Promise<Admission> {
  const token = /^Bearer ([\w-]{1,200})$/i.exec(headers.authorization ?? '')?.[1];
  const actor = token === undefined ? VISITOR : await actorOfToken(context, { token, kind: 'api' });
  const isForged = headers.authorization !== undefined && actor.kind === 'visitor';
  if (isForged || !allows(actor, policy)) {
    throw new Refusal(actor.kind === 'visitor' ? 'sign-in-required' : 'not-allowed');
  }
  return { session: null, mayUse: true, actor };
}

function programVisit(request: FastifyRequest, { method }: ApiRoute, visit: Visit, actor: Actor): Visit {
  const asActor = { ...visit, context: { ...visit.context, actor } };
  if (method === 'GET') return asActor;
  if (typeof request.body !== 'string') throw new Refusal('unsupported-media-type');
  try {
    return { ...asActor, json: JSON.parse(request.body) as unknown };
  } catch {
    throw new Refusal('bad-request');
  }
}
