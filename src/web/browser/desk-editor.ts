// The editor: line numbers, a preview that follows the writing, saving with Ctrl-S, and no leaving by accident.
import { goToLine, numberLines } from './desk-lines.ts';
import { followWriting } from './desk-preview.ts';
import { saveInPlace } from './desk-save.ts';

export function improveEditor(form: HTMLFormElement): void {
  const source = form.querySelector<HTMLTextAreaElement>('textarea[name="body"]');
  if (!source) return;
  numberLines(source);
  followWriting(form, source);
  saveInPlace(form);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-line]') : null;
    if (!link?.closest('[data-shown], .conflict')) return;
    event.preventDefault();
    goToLine(source, Number(link.dataset.line));
  });
}
