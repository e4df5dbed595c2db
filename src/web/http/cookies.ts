import type { Language } from '#locale/translate.ts';

/** A cookie to set; a null value takes it away. */
export interface Cookie {
  readonly name: 'session' | 'language';
  readonly value: string | null;
  /** ISO 8601; a cookie without it goes with the browser. */
  readonly expiresAt?: string;
}

export const sessionCookie = (session: { readonly token: string; readonly expiresAt: string }): Cookie => ({
  name: 'session',
  value: session.token,
  expiresAt: session.expiresAt,
});

export const noSession: Cookie = { name: 'session', value: null };

export const languageCookie = (language: Language): Cookie => ({ name: 'language', value: language });

export function readCookies(
  header: string | undefined,
  https: boolean,
): Readonly<Record<Cookie['name'], string | null>> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('=', 2) as [string, string | undefined]);
  const all = new Map(pairs);
  return {
    session: all.get(cookieName('session', https)) ?? null,
    language: all.get(cookieName('language', https)) ?? null,
  };
}

/** Values are tokens and language names: nothing in them needs quoting. */
export function writeCookie({ name, value, expiresAt }: Cookie, https: boolean): string {
  const lifetime = value === null ? ['Max-Age=0'] : expiresAt ? [`Expires=${new Date(expiresAt).toUTCString()}`] : [];
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(https ? ['Secure'] : []), ...lifetime];
  return [`${cookieName(name, https)}=${value ?? ''}`, ...attributes].join('; ');
}

// `__Host-` binds a cookie to this very host; browsers take it over https only.
const cookieName = (name: Cookie['name'], https: boolean) => (https ? `__Host-stet-${name}` : `stet-${name}`);
