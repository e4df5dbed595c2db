// Single keys can be turned off, for whoever dictates or whose hands shake (WCAG 2.1.4). Kept in this browser.
const KEPT_AS = 'stet-keys';

export function areKeysOff(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) === 'off';
  } catch {
    return false;
  }
}

/** Lets the style sheet show which key presses which button. */
export function showKeys(): void {
  document.documentElement.classList.toggle('keys-on', !areKeysOff());
}

/** The box in the list of keys. */
export function offerSwitch(dialog: HTMLElement): void {
  const box = dialog.querySelector<HTMLInputElement>('input[name="keys"]');
  if (!box) return;
  box.checked = !areKeysOff();
  box.addEventListener('change', () => {
    try {
      if (box.checked) localStorage.removeItem(KEPT_AS);
      else localStorage.setItem(KEPT_AS, 'off');
    } catch {
      // A browser that keeps nothing: the choice lasts as long as the page.
    }
    showKeys();
  });
}
