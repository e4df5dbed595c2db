// An empty queue looks by itself whether something came.
import type { QueuePlaces } from './queue-places.ts';

const EVERY_MS = 30_000;

export function lookAgain(places: QueuePlaces): void {
  setInterval(async () => {
    if (document.hidden || places.first() !== null || document.querySelector('[data-undo] > *')) return;
    try {
      const answer = await fetch(location.href);
      // The page comes whole, with its forms.
      if (answer.ok && (await answer.text()).includes('data-item=')) location.reload();
    } catch {
      // Looked for at the next turn.
    }
  }, EVERY_MS);
}
