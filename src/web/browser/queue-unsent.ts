// What could not be sent is kept in this tab and sent when the network is back, or the person signed in again: nothing is lost,
// and nothing is decided twice, since a decision names the bytes it is about.
import type { Say } from './queue-say.ts';

export type Sent = URLSearchParams;

export type Answered =
  | {
      readonly kind: 'decided';
      readonly batch: string;
      readonly decided: number;
      /** Meaningless while it is under way. */
      readonly undoSeconds: number;
      /** Of very many: the server goes on by itself, and says how far it is. */
      readonly isUnderWay: boolean;
      readonly percent: number;
      readonly stale: readonly string[];
    }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly said?: string }
  /** Taken back before it was sent. */
  | { readonly kind: 'cancelled' };

export interface Sending {
  readonly answer: Promise<Answered>;
  /** True when it was still here: nothing of it reaches the server. */
  readonly cancel: () => boolean;
}

const TRIED_AGAIN_MS = 5000;
/** Too many, no room, no proxy behind: what may pass. */
const TRIED_LATER = [429, 502, 503, 504, 507];

interface Waiting {
  readonly fields: Sent;
  readonly answer: (answered: Answered) => void;
}

export interface SentFrom {
  readonly token: string;
  /** Where decisions of this kind are sent. */
  readonly at: string;
  /** Under what name the tab keeps what could not be sent. */
  readonly keptAs: string;
}

export function unsentDecisions(say: Say, from: SentFrom) {
  const { keptAs } = from;
  const waiting: Waiting[] = readKept(keptAs).map((fields) => ({ fields, answer: () => {} }));
  let [isSending, isSignedOut] = [false, false];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const keep = () => sessionStorage.setItem(keptAs, JSON.stringify(waiting.map(({ fields }) => String(fields))));

  async function sendWaiting(): Promise<void> {
    if (isSending) return;
    isSending = true;
    while (waiting.length > 0) {
      const { fields, answer } = waiting[0]!;
      const answered = await post(fields, from);
      isSignedOut = answered === 'signed-out';
      if (answered === 'no-answer' || answered === 'signed-out') break;
      waiting.shift();
      keep();
      answer(answered);
    }
    isSending = false;
    showUnsent(say, waiting.length, isSignedOut);
    clearTimeout(timer);
    if (waiting.length > 0) timer = setTimeout(sendWaiting, TRIED_AGAIN_MS);
  }

  window.addEventListener('online', sendWaiting);
  window.addEventListener('beforeunload', (event) => {
    if (waiting.length > 0 && !isSignedOut) event.preventDefault();
  });
  if (waiting.length > 0) void sendWaiting();

  return {
    /** In the order of the decisions, one after the other. */
    send: (fields: Sent): Sending => {
      const { promise, resolve } = Promise.withResolvers<Answered>();
      const one: Waiting = { fields, answer: resolve };
      waiting.push(one);
      keep();
      // What it changes is shown first.
      setTimeout(sendWaiting);
      return { answer: promise, cancel: () => cancel(one) };
    },
  };

  function cancel(one: Waiting): boolean {
    const at = waiting.indexOf(one);
    if (at < 0 || (at === 0 && isSending)) return false;
    waiting.splice(at, 1);
    keep();
    showUnsent(say, waiting.length, isSignedOut);
    one.answer({ kind: 'cancelled' });
    return true;
  }
}

async function post(fields: Sent, { token, at }: SentFrom): Promise<Answered | 'no-answer' | 'signed-out'> {
  const body = new URLSearchParams(fields);
  body.set('form-token', token);
  try {
    const answer = await fetch(`${at}/decide`, { method: 'POST', body, headers: { accept: 'application/json' } });
    if (answer.status === 401) return 'signed-out';
    if (answer.status === 409) return { kind: 'stale' };
    if (TRIED_LATER.includes(answer.status)) return 'no-answer';
    if (!answer.headers.get('content-type')?.startsWith('application/json')) return { kind: 'refused' };
    const told = await answer.json();
    return answer.ok ? told : { kind: 'refused', said: told.said?.join(' ') };
  } catch {
    return 'no-answer';
  }
}

function readKept(keptAs: string): Sent[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keptAs) ?? '[]');
    return Array.isArray(kept) ? kept.map((one) => new URLSearchParams(String(one))) : [];
  } catch {
    return [];
  }
}

function showUnsent(say: Say, count: number, signedOut: boolean): void {
  const place = document.querySelector<HTMLElement>('[data-undo]')!;
  const shown = place.querySelector<HTMLElement>('.unsent');
  if (count === 0) {
    shown?.remove();
    return;
  }
  const line = shown ?? document.createElement('p');
  line.className = 'undo-line wrong unsent';
  // Asking for the page again leads to signing in, and back; what waits is then sent.
  const words = document.createElement(signedOut ? 'a' : 'span');
  if (words instanceof HTMLAnchorElement) words.href = location.pathname + location.search;
  words.textContent = say(signedOut ? 'signed-out' : 'unsent', { count });
  line.replaceChildren(words);
  if (!shown) place.prepend(line);
}
