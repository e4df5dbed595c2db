import type { Actor } from '#domain/account.ts';
import type { Language } from '#locale/translate.ts';
import type { Context } from '#operations/context.ts';
import type { PolicyName } from '#policies/policies.ts';
import type { Answer } from './answer.ts';
import type { Assets } from './assets.ts';

/** One row of the table of addresses. A row without a policy does not compile; a POST without its fields does not either. */
export type Route = GetRoute | PostRoute | ApiRoute;

interface Row {
  /** As find-my-way writes it: `/desk/texts/:id/edit`. */
  readonly path: string;
  readonly policy: PolicyName;
  readonly page: Page;
  /** How often one address may ask. */
  readonly limit?: { readonly count: number; readonly seconds: number };
  /** Open to everybody and attacked every day: what comes too fast is turned away before it is read. */
  readonly shielded?: boolean;
}

export interface GetRoute extends Row {
  readonly method: 'GET';
}

export interface PostRoute extends Row {
  readonly method: 'POST';
  /** The fields this form has, `form-token` apart. Anything else, or one of them twice, is refused. */
  readonly fields: readonly string[];
  /** The fields that carry files. */
  readonly files?: readonly string[];
  /** Shows and changes nothing: its form may stand on a page that is the same for everybody, without a session's token. */
  readonly changesNothing?: boolean;
  /** Answers when the session ended while the person was writing, so that what was typed is not lost. */
  readonly signedOut?: Page;
}

/** For programs: who acts is told by a bearer token alone, never by a cookie, and what is posted is JSON. */
export interface ApiRoute extends Row {
  readonly method: 'GET' | 'POST';
  readonly api: true;
}

export type Page = (visit: Visit) => Promise<Answer>;

/** A request as a page sees it: already authenticated, its form read and its token checked. */
export interface Visit {
  /** With the actor set. */
  readonly context: Context;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Null for a GET. */
  readonly form: URLSearchParams | null;
  readonly files: readonly UploadedFile[];
  /** What a program posted; undefined otherwise. */
  readonly json?: unknown;
  /** The visitor's: cookie, then Accept-Language, then the site's. Pressed pages use the site's or the text's own. */
  readonly language: Language;
  readonly session: VisitSession | null;
  /** Path and query as asked, on the site's public address: the Host header is not believed. */
  readonly url: URL;
  /** The visitor's network address. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly assets: Assets;
}

export interface VisitSession {
  readonly actor: Extract<Actor, { kind: 'account' }>;
  readonly token: string;
  readonly formToken: string;
}

export interface UploadedFile {
  readonly field: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}
