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
  const target = shown.querySelector<HTMLElement>(`#preview-${blockAt(source.value.split('\n'), topLine(source))}`);
  if (source.scrollTop === 0) shown.scrollTop = 0;
  else if (target) shown.scrollTop += target.getBoundingClientRect().top - shown.getBoundingClientRect().top - 16;
}

/** The number of the block that holds a line: verse between its fences and a list with blank lines are one each. */
function blockAt(lines: readonly string[], line: number): number {
  let [count, isFenced, isInside, wasItem] = [0, false, false, false];
  for (const text of lines.slice(0, line + 1)) {
    if (text.trim() === '') {
      isInside = isFenced;
      continue;
    }
    const isItem = /^(?:[-*+]|\d+[.)]) /.test(text);
    if (!isInside && !(wasItem && (isItem || /^\s/.test(text)))) count += 1;
    if (!isInside) wasItem = isItem || (wasItem && /^\s/.test(text));
    isInside = true;
    if (text.startsWith(':::')) {
      isFenced = !/^:::\s*$/.test(text);
      isInside = isFenced;
    }
  }
  return Math.max(1, count);
}
