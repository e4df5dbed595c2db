// The server renders what is written, a moment after the writing pauses; the page beside follows the source as it scrolls.
import { topLine } from './desk-lines.ts';

const PAUSE_MS = 400;
/** Longer texts are shown when Preview is pressed. */
const LONGEST_FOLLOWED = 400_000;

export function followWriting(form: HTMLFormElement, source: HTMLTextAreaElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: AbortController | undefined;
  const refresh = async () => {
    underWay?.abort();
    underWay = new AbortController();
    const shown = await fetchPreview(form, underWay.signal);
    if (!shown) return;
    const old = document.querySelector<HTMLElement>('[data-shown]');
    const scrolled = old?.scrollTop ?? 0;
    old?.replaceWith(shown);
    shown.scrollTop = scrolled;
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    if (source.value.length > LONGEST_FOLLOWED) return;
    timer = setTimeout(refresh, PAUSE_MS);
  });
  source.addEventListener('scroll', () => requestAnimationFrame(() => follow(source)), { passive: true });
}

async function fetchPreview(form: HTMLFormElement, signal: AbortSignal): Promise<HTMLElement | null> {
  try {
    const answer = await fetch(form.dataset.preview!, { method: 'POST', body: new FormData(form), signal });
    // Signed out, too long …: the page as it last was stays, and saving will say what is wrong.
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.querySelector<HTMLElement>('[data-shown]');
  } catch {
    return null;
  }
}

// Blocks of the source are parted by blank lines; those of the page are numbered `preview-N` in the same order.
function follow(source: HTMLTextAreaElement): void {
  const shown = document.querySelector<HTMLElement>('[data-shown]');
  if (!shown || shown.scrollHeight <= shown.clientHeight) return;
  const before = source.value.split('\n').slice(0, topLine(source)).join('\n');
  const blocks = before.split(/\n\s*\n/).length - (before.trim() === '' ? 1 : 0);
  const target = shown.querySelector<HTMLElement>(`#preview-${Math.max(1, blocks)}`);
  if (source.scrollTop === 0) shown.scrollTop = 0;
  else if (target) shown.scrollTop += target.getBoundingClientRect().top - shown.getBoundingClientRect().top - 16;
}
