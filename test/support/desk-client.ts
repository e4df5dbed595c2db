// Somebody at the desk without a browser: keeps cookies, carries the form token of the page last seen, follows redirects.
import type { Server } from '#web/http/server.ts';

export interface Seen {
  readonly status: number;
  /** Where it ended after redirects: path and query. */
  readonly path: string;
  readonly html: string;
  /** The Refresh header: seconds after which a browser asks again. */
  readonly refresh: string | null;
}

export interface DeskClient {
  get(path: string): Promise<Seen>;
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    file?: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<Seen>;
  signIn(name: string, password: string): Promise<Seen>;
  /** As when the session ran out: the page stays on the screen, the cookie counts no more. */
  loseSession(): void;
}

export function createDeskClient({ address }: Pick<Server, 'address'>): DeskClient {
  let cookie = '';
  let token = '';

  async function ask(path: string, init: RequestInit): Promise<Seen> {
    const headers = { ...(cookie && { cookie }), 'accept-language': 'en' };
    const answer = await fetch(`${address}${path}`, { ...init, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) if (set.startsWith('stet-session=')) cookie = set.split(';')[0]!;
    const to = answer.headers.get('location');
    if (to !== null && answer.status < 400)
      return ask(to.replace(/^https?:\/\/[^/]+/, '').replace(/#.*/, ''), { method: 'GET' });
    const html = await answer.text();
    token = /name="form-token" value="([^"]+)"/.exec(html)?.[1] ?? token;
    return { status: answer.status, path, html, refresh: answer.headers.get('refresh') };
  }

  const client: DeskClient = {
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, fields, file) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...(token && { 'form-token': token }), ...fields }))
        body.set(name, value);
      if (file) body.set('file', new File([file.bytes as Uint8Array<ArrayBuffer>], file.name));
      return ask(path, { method: 'POST', body });
    },
    signIn: (name, password) => {
      token = '';
      return client.post('/desk/sign-in', { name, password });
    },
    loseSession: () => {
      cookie = '';
    },
  };
  return client;
}

/** What a form of a page holds: hidden fields and text areas, unescaped. */
export function fieldsOf(html: string): Record<string, string> {
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const areas = [...html.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g)];
  return Object.fromEntries([...hidden, ...areas].map(([, name, value]) => [name!, unescaped(value!)]));
}

function unescaped(text: string): string {
  return text.replace(
    /&(lt|gt|quot|amp|#39);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" })[name]!,
  );
}
