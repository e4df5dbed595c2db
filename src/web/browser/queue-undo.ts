// The lines that say what was just decided, each with its undo, for as long as undoing is possible.
import type { Say } from './queue-say.ts';
import type { Answered, Sending } from './queue-unsent.ts';

interface Decided {
  readonly text: string;
  readonly sending: Sending;
  readonly back: () => void;
  /** A decision on many: it stays in sight longer than those on one that follow it. */
  readonly isMany: boolean;
  readonly token: string;
  /** Where decisions of this kind are sent. */
  readonly at: string;
}

const MOST_LINES = 3;
const TOLD_MS = 8000;

export function undoList(say: Say) {
  const place = document.querySelector<HTMLElement>('[data-undo]')!;
  const open: { readonly line: HTMLElement; readonly isMany: boolean; readonly undo: () => void }[] = [];

  function remove(line: HTMLElement): void {
    line.remove();
    const at = open.findIndex((one) => one.line === line);
    if (at >= 0) open.splice(at, 1);
  }

  function add({ text, sending, back, isMany, token, at }: Decided) {
    const line = lineOf(text);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'small';
    button.append(say('undo'), ' ', keyMark('z'));
    line.append(button);
    const undo = async () => {
      remove(line);
      const undone = sending.cancel() ? 'undone' : await takeBack(await sending.answer, { token, at });
      if (undone === 'undone') back();
      if (undone) tell(say(undone), undone === 'undone' ? '' : 'wrong');
    };
    button.addEventListener('click', undo);
    open.push({ line, isMany, undo });
    place.append(line);
    while (open.length > MOST_LINES) remove((open.find((one) => !one.isMany) ?? open[0]!).line);
    return {
      remove: () => remove(line),
      undoableFor: (seconds: number) => setTimeout(() => remove(line), seconds * 1000),
      retell: (told: string) => {
        line.firstElementChild!.textContent = told;
      },
    };
  }

  function tell(text: string, kind: string): void {
    const line = lineOf(text);
    if (kind) line.classList.add(kind);
    place.append(line);
    setTimeout(() => line.remove(), TOLD_MS);
  }

  const undoLast = () => {
    const last = open.at(-1);
    last?.undo();
    return Boolean(last);
  };
  return { add, tell, undoLast };
}

function lineOf(text: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'undo-line';
  const words = document.createElement('span');
  words.textContent = text;
  line.append(words);
  return line;
}

function keyMark(key: string): HTMLElement {
  const mark = document.createElement('kbd');
  mark.className = 'key';
  mark.ariaHidden = 'true';
  mark.textContent = key;
  return mark;
}

/** What to say of it; null where the decision itself was refused, which is said elsewhere. */
async function takeBack(
  sent: Answered,
  { token, at }: Pick<Decided, 'token' | 'at'>,
): Promise<'undone' | 'too-late' | 'not-undone' | null> {
  if (sent.kind !== 'decided') return null;
  const body = new URLSearchParams({ 'form-token': token, batch: sent.batch });
  try {
    const answer = await fetch(`${at}/undo`, { method: 'POST', body, headers: { accept: 'application/json' } });
    if (!answer.ok) return 'not-undone';
    return ((await answer.json()) as { undone: number }).undone > 0 ? 'undone' : 'too-late';
  } catch {
    return 'not-undone';
  }
}
