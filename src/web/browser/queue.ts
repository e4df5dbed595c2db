// The queue at the keyboard: one contribution at a time, a decision shown before the server has answered, and nothing lost when it
// does not. Everything stands in the page already; the script moves it, sends the page's own forms, and puts back what was refused.
import { focusOn, onKey, showHelp } from './desk-keys.ts';
import { holdInHand } from './queue-lease.ts';
import { lookAgain } from './queue-look-again.ts';
import { type QueuePlaces, queuePlaces } from './queue-places.ts';
import { openMore, pressDigit, pressIn } from './queue-press.ts';
import { type Say, sayings } from './queue-say.ts';
import { decisions } from './queue-send.ts';

export function improveQueue(root: HTMLElement): void {
  const say = sayings(root);
  const places = queuePlaces(root);
  const { decide, undo } = decisions({ root, places, say });
  // Where all stand in full there is no list beside.
  if (root.querySelector('[data-lines]')) root.classList.add('one-at-a-time');
  // Where the buttons of a single one are.
  const together = root.querySelector('[data-ticked]');
  if (together) root.append(together);
  places.goTo(idInAddress() ?? places.first(), false);
  holdInHand(root, places, say);
  if (root.querySelector('[data-none]')) lookAgain(places);
  onKey((key) => keys(places, undo)[key]?.() ?? pressDigit(scopeOf(root, places), key));
  root.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('[data-decide]')) return;
    event.preventDefault();
    decide(form, event.submitter as HTMLButtonElement);
    countTicked(root, say);
  });
  root.addEventListener('keydown', (event) => leaveField(event, places));
  // Ticked ones come back with an undo.
  for (const happened of ['change', 'at-hand']) root.addEventListener(happened, () => countTicked(root, say));
}

const keys = (places: QueuePlaces, undo: () => boolean): Readonly<Record<string, () => boolean>> => {
  const scope = () => scopeOf(places.root, places);
  return {
    j: () => places.move(1),
    k: () => places.move(-1),
    a: () => pressIn(scope(), 'a'),
    s: () => pressIn(scope(), 's'),
    r: () => openMore(scope(), 'r') || pressIn(scope(), 'r'),
    e: () => openMore(scope(), 'e') || pressIn(scope(), 'e'),
    z: undo,
    x: () => tick(places),
    '/': () => focusOn('input[type="search"]'),
    '?': showHelp,
    Escape: () => closeOrUntick(places),
  };
};

/** Where a key presses: what is ticked, when anything is; else the one at hand. */
function scopeOf(root: HTMLElement, places: QueuePlaces): ParentNode | null {
  return ticked(root).length > 0 ? root.querySelector('[data-ticked]') : (places.article() ?? null);
}

const ticked = (root: HTMLElement) => [...root.querySelectorAll<HTMLInputElement>('[data-line] input:checked')];

function tick(places: QueuePlaces): boolean {
  const box = places.line()?.querySelector<HTMLInputElement>('input[type="checkbox"]');
  if (!box) return false;
  box.click();
  return places.move(1) || true;
}

/** Shown beside what is ticked, and said to whoever does not see it. */
function countTicked(root: HTMLElement, say: Say): void {
  const count = ticked(root).length;
  const [shown, said] = [root.querySelector('[data-ticked-count]'), document.querySelector('[data-said]')];
  const text = count === 0 ? '' : String(count);
  if (!shown || shown.textContent === text) return;
  shown.textContent = text;
  if (said) said.textContent = count === 0 ? '' : say('ticked', { count });
  root.classList.toggle('some-ticked', count > 0);
}

function closeOrUntick(places: QueuePlaces): boolean {
  const open = [...places.root.querySelectorAll<HTMLDetailsElement>('details[data-opens][open]')];
  for (const details of open) details.open = false;
  if (open.length === 0) for (const box of ticked(places.root)) box.click();
  places.article()?.focus({ preventScroll: true });
  return true;
}

// In a field keys are letters; Escape leaves it, Ctrl-Enter sends a reply.
function leaveField(event: KeyboardEvent, places: QueuePlaces): void {
  const field = event.target as Element;
  if (!field.matches('textarea')) return;
  if (event.key === 'Escape') closeOrUntick(places);
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  field.closest('.decide-more')?.querySelector<HTMLButtonElement>('[data-sends]')?.click();
}

function idInAddress(): string | null {
  return /^#item-([\w-]{22})$/.exec(location.hash)?.[1] ?? null;
}
