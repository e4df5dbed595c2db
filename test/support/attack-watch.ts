// A browser that notices whatever a page was made to do by somebody's words: calls, dialogs, requests elsewhere, what the policy stopped.
import type { Browser } from 'playwright-core';

/** A contribution as a page shows it: text alone. */
export interface ShownPiece {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly words: string;
}

export interface Looked {
  readonly status: number;
  readonly pieces: readonly ShownPiece[];
  /** Elements and attributes that no page of ours has, a line each. */
  readonly stray: readonly string[];
  readonly text: string;
  /** Of fields, by name: what would be sent. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface Watch {
  look(path: string): Promise<Looked>;
  /** As a form on a page of the site would send it. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<Looked>;
  /** A script as an attacker would have it run, to see that it is seen. */
  run(script: string): Promise<Looked>;
  signIn(cookie: string): Promise<void>;
  /** Calls, dialogs, requests elsewhere. */
  readonly executions: readonly string[];
  /** What the content security policy stopped. */
  readonly violations: readonly string[];
  readonly pages: number;
  /** Executions and violations since it was asked last. */
  told(): readonly string[];
  close(): Promise<void>;
}

export async function startWatch(
  browser: Browser,
  { address, withScript }: { readonly address: string; readonly withScript: boolean },
): Promise<Watch> {
  const executions: string[] = [];
  const violations: string[] = [];
  let pages = 0;
  let told = { executions: 0, violations: 0 };
  const context = await browser.newContext({ javaScriptEnabled: withScript, locale: 'en-GB' });
  await context.addInitScript({ content: HOOKS });
  context.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`)) executions.push(`request ${request.url()}`);
  });
  context.on('page', (other) => {
    if (pages > 0) executions.push(`window ${other.url()}`);
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    executions.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  page.on('pageerror', (error) => executions.push(`error ${error.message}`));

  async function looked(status: number): Promise<Looked> {
    pages += 1;
    const seen = await page.evaluate<Omit<Looked, 'status'> & { hits: string[]; stopped: string[] }>(COLLECTED);
    executions.push(...seen.hits);
    violations.push(...seen.stopped);
    return { status, ...seen };
  }
  // Each from another address, behind a proxy the site trusts: nobody asks too often.
  const asAnybody = () =>
    page.setExtraHTTPHeaders({ 'x-forwarded-for': `198.51.${Math.floor(pages / 250) % 250}.${pages % 250}` });
  return {
    executions,
    violations,
    told: () => {
      const since = [...executions.slice(told.executions), ...violations.slice(told.violations)];
      told = { executions: executions.length, violations: violations.length };
      return since;
    },
    get pages() {
      return pages;
    },
    look: async (path) => {
      await asAnybody();
      const answer = await page.goto(`${address}${path}`, { waitUntil: 'load' });
      return looked(answer?.status() ?? 0);
    },
    send: async (path, fields) => {
      await asAnybody();
      const [answer] = await Promise.all([
        page.waitForNavigation({ waitUntil: 'load' }),
        page.evaluate(`(${SUBMITTED})(${JSON.stringify({ path, fields })})`),
      ]);
      return looked(answer?.status() ?? 0);
    },
    run: async (script) => {
      await page.evaluate(script);
      await page.waitForTimeout(50);
      return looked(0);
    },
    signIn: async (cookie) => {
      const [name, value] = cookie.split('=') as [string, string];
      await context.addCookies([{ name, value, url: address }]);
    },
    close: () => context.close(),
  };
}

// What evaluates a string is stopped by the policy, and told as that.
const HOOKS = `(() => {
  const [hits, stopped] = [[], []];
  Object.defineProperty(window, '__seen', { value: { hits, stopped } });
  const noted = (name) => (...values) => { hits.push(name + ' ' + values.map(String).join(' ').slice(0, 80)); };
  for (const name of ['__hit', 'alert', 'confirm', 'prompt', 'print', 'open'])
    Object.defineProperty(window, name, { value: noted(name), writable: false, configurable: false });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    stopped.push(violatedDirective + ' ' + blockedURI + ' ' + sample), true);
})()`;

const SUBMITTED = `({ path, fields }) => {
  const form = Object.assign(document.createElement('form'), { method: 'post', action: path });
  for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement('textarea'), { name, value }));
  document.body.append(form);
  form.submit();
}`;

// What a page may hold: of the words of a contribution six elements and two attributes, of the rest no script or style in its HTML.
const COLLECTED = `(() => {
  const stray = [];
  const outside = (address) => !new URL(address, location.href).href.startsWith(location.origin + '/');
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName;
    const inWords = element.closest('.words, .leaf.contribution');
    const isOwn = inWords && inWords !== element;
    for (const { name, value } of element.attributes) {
      const isAddress = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'background', 'xlink:href'].includes(name);
      if (/^on/.test(name) || ['style', 'srcdoc', 'formaction', 'ping', 'target'].includes(name)) stray.push(tag + ' ' + name + '=' + value);
      else if (isOwn && !(tag === 'a' && (name === 'rel' || (name === 'href' && /^https?:\\/\\//i.test(value))))) stray.push('in words: ' + tag + ' ' + name + '=' + value);
      else if (isAddress && !isOwn && tag !== 'link' && outside(value)) stray.push(tag + ' ' + name + '=' + value);
    }
    if (['iframe', 'frame', 'object', 'embed', 'applet', 'base', 'math', 'marquee', 'plaintext', 'xmp', 'audio', 'video'].includes(tag)) stray.push(tag);
    if (tag === 'meta' && element.httpEquiv) stray.push('meta ' + element.httpEquiv);
    if (tag === 'script' && !element.src && element.type !== 'application/ld+json') stray.push('script ' + element.text.slice(0, 80));
    if (isOwn && !['p', 'br', 'blockquote', 'em', 'strong', 'a', ...(inWords.matches('.changed') ? ['ins', 'del'] : [])].includes(tag)) stray.push('in words: ' + tag);
  }
  const textOf = (element, selector) => element.querySelector(selector)?.textContent ?? '';
  const pieces = [...document.querySelectorAll('article.contribution, [data-item]:has(header h2)')].map((element) => {
    if (!element.dataset.item) return {
      id: element.id.replace(/^c-/, ''), name: textOf(element, '.by b'),
      subject: textOf(element, 'h2, h3'), words: textOf(element, '.words') };
    return { id: element.dataset.item, name: element.querySelector('header h2').firstChild.textContent.trimEnd(),
      subject: textOf(element, 'header h2 .subject'), words: [...element.querySelectorAll('.leaf.contribution')].at(-1)?.textContent ?? '' };
  });
  const fields = {};
  for (const field of document.querySelectorAll('main input[name], main textarea[name]')) fields[field.name] ??= field.value;
  const { hits, stopped } = window.__seen ?? { hits: [], stopped: [] };
  return { pieces, stray, fields, text: document.querySelector('main')?.textContent ?? '', hits: hits.splice(0), stopped: stopped.splice(0) };
})()`;
