import type { HtmlEscapedString } from 'hono/utils/html';
import type { Cookie } from './cookies.ts';

/** What hono's `html` gives: already escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export type Answer = HtmlAnswer | PressedAnswer | RedirectAnswer | BytesAnswer;

interface Common {
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly Cookie[];
}

/** A page made for this visit; not kept, compressed on the way. Private unless it says otherwise. */
export interface HtmlAnswer extends Common {
  readonly kind: 'html';
  readonly html: Html | string;
  readonly status?: number;
  readonly shared?: boolean;
}

/** A page that is a function of its inputs alone, the same for everybody: rendered and compressed once, then sent as bytes. */
export interface PressedAnswer extends Common {
  readonly kind: 'pressed';
  /** Path and query in the one form that is kept; another spelling of it is answered, but not from memory. */
  readonly path: string;
  /** Everything `render` depends on, as JSON can say it. The same inputs are never rendered twice. */
  readonly inputs: unknown;
  readonly render: () => Html | string | Promise<Html>;
  readonly contentType?: string;
  /** Stays as it is for months, as a text does: worth the time of the smallest form. A list changes with each publication. */
  readonly lasting?: boolean;
}

export interface RedirectAnswer extends Common {
  readonly kind: 'redirect';
  readonly to: string;
  readonly status?: 301 | 302 | 303 | 308;
  /** Public pages that the act behind this answer changed: pressed now, so that no reader waits for them. */
  readonly press?: readonly string[];
}

export interface BytesAnswer extends Common {
  readonly kind: 'bytes';
  readonly contentType: string;
  readonly body: string | Uint8Array;
  readonly status?: number;
  readonly lastModified?: string;
}

export const HTML_TYPE = 'text/html; charset=utf-8';

/** To another page of this site, after a form. */
export function redirect(to: string, cookies: readonly Cookie[] = []): RedirectAnswer {
  return { kind: 'redirect', to, status: 303, cookies };
}
