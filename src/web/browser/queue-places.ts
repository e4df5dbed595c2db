// The list and what stands beside it: which one is at hand, taking some away, putting them back, fetching the next.

export interface QueuePlaces {
  readonly root: HTMLElement;
  first(): string | null;
  /** The one at hand. */
  article(): HTMLElement | null;
  line(): HTMLElement | null;
  move(by: 1 | -1): boolean;
  goTo(id: string | null, takesFocus?: boolean): boolean;
  /** Takes contributions away as if they were decided; the answer puts some or all of them back where they were. */
  take(ids: readonly string[]): (back?: readonly string[]) => void;
  ids(): readonly string[];
}

/** So many left, and the next are fetched. */
const FEW = 8;

interface Parts {
  readonly root: HTMLElement;
  readonly items: HTMLElement;
  readonly lines: HTMLElement;
  /** Decided here: they do not come again with a page that was asked for before. */
  readonly taken: Set<string>;
}

export function queuePlaces(root: HTMLElement): QueuePlaces {
  const parts: Parts = {
    root,
    items: root.querySelector<HTMLElement>('[data-items]')!,
    // A page of one contribution has no list.
    lines: root.querySelector<HTMLElement>('[data-lines]') ?? document.createElement('ol'),
    taken: new Set(),
  };
  const article = () => parts.items.querySelector<HTMLElement>('[data-item].at');
  const places: QueuePlaces = {
    root,
    article,
    line: () => lineOf(parts, article()?.dataset.item),
    ids: () => idsIn(parts),
    first: () => idsIn(parts)[0] ?? null,
    move: (by) => {
      const all = idsIn(parts);
      if (all.length - all.indexOf(article()?.dataset.item ?? '') < FEW) void fetchMore(parts, places);
      return places.goTo(all[all.indexOf(article()?.dataset.item ?? '') + by] ?? null);
    },
    goTo: (id, takesFocus = true) => takeInHand(parts, id, takesFocus),
    take: (wanted) => take(parts, places, wanted),
  };
  parts.lines.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    const id = link?.closest<HTMLElement>('[data-line]')?.dataset.line;
    if (id && places.goTo(id)) event.preventDefault();
  });
  return places;
}

const idsIn = ({ items }: Parts) =>
  [...items.querySelectorAll<HTMLElement>('[data-item]')].map((one) => one.dataset.item!);
const articleOf = ({ items }: Parts, id: string | null) => items.querySelector<HTMLElement>(`[data-item="${id}"]`);
const lineOf = ({ lines }: Parts, id: string | null | undefined) =>
  lines.querySelector<HTMLElement>(`[data-line="${id}"]`);

function takeInHand(parts: Parts, id: string | null, takesFocus: boolean): boolean {
  const { root } = parts;
  const [article, line] = [articleOf(parts, id), lineOf(parts, id)];
  if (!article) return false;
  for (const other of root.querySelectorAll('.at')) other.classList.remove('at');
  root.querySelector('[aria-current]')?.removeAttribute('aria-current');
  article.classList.add('at');
  line?.classList.add('at');
  line?.querySelector('a')?.setAttribute('aria-current', 'true');
  line?.scrollIntoView({ block: 'nearest' });
  if (takesFocus) {
    article.focus({ preventScroll: true });
    bringToView(parts, article);
  }
  root.dispatchEvent(new CustomEvent('at-hand', { detail: id }));
  return true;
}

/** Beside the list, the top of both; below it, what is read. */
function bringToView({ root, lines }: Parts, article: HTMLElement): void {
  if (!lines.isConnected) article.scrollIntoView({ block: 'nearest' });
  else if (STACKED.matches) article.scrollIntoView({ block: 'start' });
  else scrollTo({ top: Math.min(scrollY, root.offsetTop) });
}

/** As in desk/queue.css. */
const STACKED = matchMedia('(max-width: 59.99rem)');

function take(parts: Parts, places: QueuePlaces, wanted: readonly string[]): (back?: readonly string[]) => void {
  const gone = wanted.filter((id) => articleOf(parts, id));
  const [atHand, first] = [places.article()?.dataset.item, places.ids().indexOf(gone[0] ?? '')];
  const homes = gone.map((id) => ({ id, article: home(articleOf(parts, id)!), line: home(lineOf(parts, id)) }));
  for (const { id, article, line } of homes) {
    parts.taken.add(id);
    article.leave();
    line.leave();
  }
  const left = places.ids();
  // All that changes first, then what has to know where things stand: the page is laid out once.
  groupLines(parts.lines);
  showEmpty(parts.root, left.length === 0 && !parts.root.querySelector('a[data-more]'));
  if (atHand === undefined || gone.includes(atHand)) {
    places.goTo(left[Math.min(Math.max(0, first), left.length - 1)] ?? null);
  }
  if (left.length - first < FEW) void fetchMore(parts, places);
  return (back = gone) => {
    for (const { id, article, line } of homes.toReversed()) {
      if (!back.includes(id)) continue;
      parts.taken.delete(id);
      article.comeBack();
      line.comeBack();
    }
    groupLines(parts.lines);
    showEmpty(parts.root, false);
    places.goTo(gone.find((id) => back.includes(id)) ?? null);
  };
}

/** Leaves a mark where an element stood: its neighbours may go and come meanwhile. */
function home(element: HTMLElement | null) {
  const mark = document.createComment('');
  return {
    leave: () => element?.replaceWith(mark),
    comeBack: () => {
      element?.classList.remove('at');
      if (element) mark.replaceWith(element);
    },
  };
}

/** Of what is nearly the same the first line is shown in full, whichever that is by now. */
function groupLines(lines: HTMLElement): void {
  let group = '';
  for (const line of lines.querySelectorAll<HTMLElement>('[data-line]')) {
    line.classList.toggle('alike', group !== '' && line.dataset.group === group);
    group = line.dataset.group ?? '';
  }
}

function showEmpty(root: HTMLElement, isEmpty: boolean): void {
  const none = root.querySelector<HTMLElement>('[data-none]');
  if (none) none.hidden = !isEmpty;
  if (isEmpty) (none?.querySelector('a') ?? document.querySelector<HTMLElement>('a[data-back]'))?.focus();
}

/** The next page's own lines and articles, put below; what was decided meanwhile stays away. */
async function fetchMore(parts: Parts, places: QueuePlaces): Promise<void> {
  const { root, items, lines, taken } = parts;
  const link = root.querySelector<HTMLAnchorElement>('a[data-more]');
  if (!link || link.dataset.asked) return;
  link.dataset.asked = 'yes';
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const known = new Set([...places.ids(), ...taken]);
    const isNew = (id: string | undefined) => id !== undefined && !known.has(id);
    const wasEmpty = places.ids().length === 0;
    lines.append(
      ...[...page.querySelectorAll<HTMLElement>('[data-line]')].filter(({ dataset }) => isNew(dataset.line)),
    );
    items.append(
      ...[...page.querySelectorAll<HTMLElement>('[data-item]')].filter(({ dataset }) => isNew(dataset.item)),
    );
    root.dispatchEvent(new CustomEvent('fetched'));
    groupLines(lines);
    const next = page.querySelector<HTMLAnchorElement>('a[data-more]');
    if (next) link.closest('.more')!.replaceWith(next.closest('.more')!);
    else link.closest('.more')!.remove();
    showEmpty(root, places.ids().length === 0 && !next);
    // Not the same page for ever, where nothing on it is new.
    const isFurther = next !== null && (next.href !== link.href || places.ids().some((id) => !known.has(id)));
    if (isFurther && places.ids().length < FEW) void fetchMore(parts, places);
    if (wasEmpty && !places.article()) places.goTo(places.first());
  } catch {
    // No network: asked again at the next decision.
    delete link.dataset.asked;
  }
}
