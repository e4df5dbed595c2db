// Decisions: shown at once, sent behind, put back when the server refuses. What cannot be sent waits and is sent again.
import { fetchAnew } from './queue-anew.ts';
import { followMany } from './queue-many.ts';
import type { QueuePlaces } from './queue-places.ts';
import type { Say } from './queue-say.ts';
import { takeFrom } from './queue-taken.ts';
import { undoList } from './queue-undo.ts';
import { type Sent, unsentDecisions } from './queue-unsent.ts';

interface Queue {
  readonly root: HTMLElement;
  readonly places: QueuePlaces;
  readonly say: Say;
}

export function decisions({ root, places, say }: Queue) {
  const undone = undoList(say);
  const at = root.dataset.queue!;
  const token = root.querySelector<HTMLInputElement>('input[name="form-token"]')?.value ?? '';
  const sender = unsentDecisions(say, { token, at, keptAs: `stet-unsent-${root.dataset.who}${at}` });

  async function decide(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
    const fields = fieldsOf(form, button, root);
    const ids = idsOf(fields, form, root);
    if (ids.length === 0 && !fields.get('filter')) return;
    const names = ids.map((id) => root.querySelector<HTMLElement>(`[data-item="${id}"]`)?.dataset.name ?? '');
    const isFilter = Boolean(fields.get('filter'));
    const taken = takeFrom(places, ids, isFilter ? () => idsOf(fields, form, root) : null);
    const sending = sender.send(fields);
    const line = undone.add({
      text: said(say, button.value, names),
      sending,
      back: () => taken.back(),
      isMany: ids.length !== 1,
      token,
      at,
    });
    const sent = await sending.answer;
    if (sent.kind === 'cancelled') return;
    if (sent.kind === 'decided') {
      const whole = isFilter
        ? await followMany(sent, ({ decided, isUnderWay, percent }) => {
            line.retell(say(isUnderWay ? 'so-far' : 'many', { count: decided, percent }));
            // More may have waited than the page showed.
            taken.counts(decided);
          })
        : sent;
      if (whole) line.undoableFor(whole.undoSeconds);
      else line.remove();
      return stale(sent.stale, taken.back);
    }
    line.remove();
    // Where nothing can be fetched anew, it is decided and stays away.
    if (sent.kind === 'stale' && !root.dataset.anew) return undone.tell(say('stale'), 'wrong');
    taken.back();
    if (sent.kind === 'stale') await stale(ids, () => {});
    else undone.tell(sent.said ?? say('failed'), 'wrong');
  }

  /** Those whose words changed while they were read: put back with the new words. */
  async function stale(ids: readonly string[], back: (some: readonly string[]) => void): Promise<void> {
    if (ids.length === 0) return;
    back(ids);
    await Promise.all(ids.map((id) => fetchAnew(root, id)));
    places.goTo(ids[0]!);
    undone.tell(say('stale', { count: ids.length }), 'wrong');
  }

  return {
    decide: (form: HTMLFormElement, button: HTMLButtonElement) => void decide(form, button),
    undo: undone.undoLast,
  };
}

function said(say: Say, decision: string, names: readonly string[]): string {
  const kind = decision.split(':')[0]!;
  return names.length === 1 ? say(kind, { name: names[0]! }) : say('many', { count: names.length });
}

/** What the form sends; of boxes the ticked ones, wherever in the list they were fetched to. */
function fieldsOf(form: HTMLFormElement, button: HTMLButtonElement, root: HTMLElement): Sent {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) {
    if (typeof value === 'string' && !name.startsWith('tick-')) fields.append(name, value);
  }
  if (form.id === 'ticked') {
    const boxes = [...root.querySelectorAll<HTMLInputElement>('[data-line] input:checked')];
    fields.set('items', boxes.map(({ value }) => value).join(' '));
  }
  return fields;
}

/** The contributions on this page that the form decides. */
function idsOf(fields: Sent, form: HTMLFormElement, root: HTMLElement): readonly string[] {
  const misprint = fields.get('misprint');
  if (misprint) return [misprint];
  const together = form.closest<HTMLElement>('[data-together]')?.dataset.together;
  if (!together) return (fields.get('items') ?? '').split(' ').filter((_, place) => place % 2 === 0 && _ !== '');
  const wanted = new URLSearchParams(fields.get('filter') ?? '');
  const lines = [...root.querySelectorAll<HTMLElement>('[data-line]')];
  const upTo = Number(fields.get('up-to'));
  return lines
    .filter(({ dataset }) => together === 'all' || dataset[together] === wanted.get(together))
    .filter(({ dataset }) => Number(dataset.place) <= upTo)
    .map(({ dataset }) => dataset.line!);
}
