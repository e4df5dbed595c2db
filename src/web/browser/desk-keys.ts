// Single keys, as in a mail reader: never while something is being typed, and not at all for whoever turned them off (those
// who dictate say letters all day).

import { areKeysOff, offerSwitch } from './keys-switch.ts';

/** Each key presses the button of the row at hand that says so. */
const LINES_AS: Readonly<Record<string, string>> = {
  p: 'paragraph',
  h: 'heading',
  q: 'quotation',
  v: 'verse',
  l: 'list',
  x: 'furniture',
  t: 'text',
};

export function listenForKeys(): void {
  rememberRow();
  onKey((key) => {
    const act = ACTS[key] ?? (LINES_AS[key] ? () => pressInRow(LINES_AS[key]!) : undefined);
    return Boolean(act?.() || pressKey(key));
  });
}

/** Hands on every single key that is meant as one; `act` says whether there was anything for it to do. */
export function onKey(act: (key: string) => boolean): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || areKeysOff()) return;
    if (act(event.key)) event.preventDefault();
  });
}

/** An act says whether there was anything for it to do. */
const ACTS: Readonly<Record<string, () => boolean>> = {
  '?': showHelp,
  j: () => move(1),
  k: () => move(-1),
  Enter: openRow,
  '/': () => focusOn('input[type="search"]'),
  n: () => follow('a[href="/desk/new"]'),
};

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED_IN) !== null;
}

const TYPED_IN = 'input:not([type="checkbox"], [type="radio"]), textarea, select, dialog';

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row]')];
}

function move(by: 1 | -1): boolean {
  const all = rows();
  if (all.length === 0) return false;
  const at = all.findIndex((row) => row.classList.contains('at'));
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))] ?? all[0]!;
  mark(next);
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

function mark(row: HTMLElement): void {
  for (const other of document.querySelectorAll('[data-row].at')) other.classList.remove('at');
  row.classList.add('at');
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  document.getElementById(row.dataset.at ?? '')?.scrollIntoView({ block: 'center' });
}

// Only from the row itself: on a link or a button Enter means that link or button.
function openRow(): boolean {
  if (!document.activeElement?.matches('[data-row]')) return false;
  const link = document.querySelector<HTMLAnchorElement>('[data-row].at a.title');
  link?.click();
  return link !== null;
}

function pressInRow(as: string): boolean {
  const button = document.querySelector<HTMLButtonElement>(`[data-row].at button[value$=" ${as}"]`);
  button?.click();
  return button !== null;
}

/** What the row at hand, or else the page, gives that key to: a button to press, a summary to open. */
function pressKey(key: string): boolean {
  if (!/^[a-z]$/.test(key)) return false;
  const element =
    document.querySelector<HTMLElement>(`[data-row].at [data-key="${key}"]`) ??
    [...document.querySelectorAll<HTMLElement>(`[data-key="${key}"]`)].find((one) => !one.closest('[data-row]'));
  element?.click();
  const field = element?.parentElement?.querySelector<HTMLInputElement>(':scope[open] [name="instead"]');
  field?.focus();
  field?.select();
  return element !== undefined;
}

// After a correction the page comes back at the line corrected: the row there is the one at hand.
function rememberRow(): void {
  const row = document.querySelector<HTMLElement>('[data-row]:target');
  if (row) mark(row);
}

export function focusOn(selector: string): boolean {
  const field = document.querySelector<HTMLElement>(selector);
  field?.focus();
  return field !== null;
}

function follow(selector: string): boolean {
  const link = document.querySelector<HTMLAnchorElement>(selector);
  link?.click();
  return link !== null;
}

export function showHelp(): boolean {
  const template = document.querySelector<HTMLTemplateElement>('template#help');
  const made = template?.content.cloneNode(true) as DocumentFragment | undefined;
  const dialog = made?.querySelector('dialog');
  if (!made || !dialog) return false;
  document.body.append(made);
  offerSwitch(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  return true;
}
