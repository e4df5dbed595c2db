// Whoever reads one holds it for a minute, so that two moderators do not read the same; it is held on while it stays in hand.
import type { QueuePlaces } from './queue-places.ts';
import type { Say } from './queue-say.ts';

/** A key held down passes over many: only what is looked at is taken in hand. */
const LOOKED_AT_MS = 400;
const HELD_ON_MS = 45_000;

export function holdInHand(root: HTMLElement, places: QueuePlaces, say: Say): void {
  if (!root.dataset.anew) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hold = async () => {
    clearTimeout(timer);
    const article = places.article();
    if (article && !document.hidden) await lease(article, say);
    timer = setTimeout(hold, HELD_ON_MS);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(hold, LOOKED_AT_MS);
  };
  root.addEventListener('at-hand', soon);
  soon();
}

async function lease(article: HTMLElement, say: Say): Promise<void> {
  const token = article.querySelector<HTMLInputElement>('input[name="form-token"]')?.value ?? '';
  const body = new URLSearchParams({ 'form-token': token, id: article.dataset.item! });
  try {
    const answer = await fetch('/desk/queue/lease', { method: 'POST', body, headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    const { leasedBy } = (await answer.json()) as { leasedBy: string | null };
    const shown = article.querySelector('[data-lease]');
    if (shown) shown.textContent = leasedBy === null ? '' : say('lease', { name: leasedBy });
  } catch {
    // Without a network nobody is told, and decisions are still bound to the bytes that were read.
  }
}
