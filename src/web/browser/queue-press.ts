// Keys press the page's own buttons: what they do, they do without script too.

export function pressIn(scope: ParentNode | null, key: string): boolean {
  const button = scope?.querySelector<HTMLButtonElement>(`${OWN} [data-press="${key}"]`);
  button?.click();
  return Boolean(button);
}

/** Opens the reasons or the reply and goes there. */
export function openMore(scope: ParentNode | null, key: string): boolean {
  const details = scope?.querySelector<HTMLDetailsElement>(`${OWN} details[data-opens="${key}"]`);
  if (!details) return false;
  for (const other of scope!.querySelectorAll<HTMLDetailsElement>('details[data-opens][open]')) other.open = false;
  details.open = true;
  details.querySelector<HTMLElement>('.decide-more :is(button, textarea)')?.focus();
  details.closest('form')?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** A reason by its number, once the reasons are open. */
export function pressDigit(scope: ParentNode | null, key: string): boolean {
  if (!/^[1-9]$/.test(key)) return false;
  const button = scope?.querySelector<HTMLButtonElement>(`details[open] > .decide-more [data-digit="${key}"]`);
  button?.click();
  return Boolean(button);
}

/** Not the forms about a whole sender or group that stand in it too. */
const OWN = ':scope > [data-decide]';
