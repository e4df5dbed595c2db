// Words selected in the text of a page lead to the forms on which one answers them or reports a misprint, filled in. Without script
// the margin leads to the same forms.
import { placeUnder } from './selection-place.ts';
import { type SelectedWords, selectedWords } from './selection-words.ts';

const PAUSE_MS = 150;

const script = document.currentScript;
const body = document.querySelector('.body');
if (script instanceof HTMLScriptElement && body) offer(body, script.dataset);

function offer(body: Element, said: DOMStringMap): void {
  const [bar, heard] = [document.createElement('div'), document.createElement('p')];
  Object.assign(bar, { className: 'selected', lang: said.language ?? '', role: 'group', ariaLabel: said.about ?? '' });
  Object.assign(heard, { className: 'heard', lang: said.language ?? '', role: 'status' });
  document.body.append(heard);
  let [timer, closed] = [0, ''];
  let from: Element | null = null;
  const isInside = () => bar.contains(document.activeElement);
  const look = () => {
    const found = selectedWords(body);
    if (found?.words !== closed) closed = '';
    if (!found || closed !== '') {
      // Whoever has come to it by keyboard keeps it.
      if (!isInside()) away();
      return;
    }
    if (bar.dataset.words !== found.words) show(found);
    placeUnder(found, bar);
  };
  const show = (found: SelectedWords) => {
    bar.replaceChildren(...linksTo(found, said));
    bar.dataset.words = found.words;
    delete bar.dataset.met;
    heard.textContent = said.heard ?? '';
  };
  const away = () => {
    bar.remove();
    delete bar.dataset.words;
    heard.textContent = '';
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, PAUSE_MS);
  };
  look();
  document.addEventListener('selectionchange', soon);
  window.addEventListener('resize', soon);
  bar.addEventListener('focusout', soon);
  // Pressing on it must not give up the words it is about.
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  document.addEventListener('keydown', (event) => {
    if (!bar.isConnected || event.ctrlKey || event.altKey || event.metaKey) return;
    // Once for each selection the next press of Tab leads to it; after that keys go where they always go.
    if (event.key === 'Tab' && !event.shiftKey && !isInside() && !('met' in bar.dataset)) {
      bar.dataset.met = '';
      from = document.activeElement;
      event.preventDefault();
      bar.querySelector('a')?.focus();
    }
    if (event.key === 'Escape') {
      closed = bar.dataset.words ?? '';
      if (isInside()) goBack(from);
      away();
    }
  });
}

/** To where the reader was; from nowhere in particular, to where the words stand: there the next press of Tab goes on. */
function goBack(from: Element | null): void {
  if (from instanceof HTMLElement && from !== document.body) from.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function linksTo({ block, words, isMisprint }: SelectedWords, said: DOMStringMap): HTMLAnchorElement[] {
  const { path = '', contribute, misprint = '' } = said;
  const link = (className: string, text: string, href: string) =>
    Object.assign(document.createElement('a'), { className, href, rel: 'nofollow', textContent: text });
  const query = (name: string) => new URLSearchParams({ paragraph: block.id, [name]: words });
  return [
    ...(contribute ? [link('contribute-on', contribute, `${path}/forum?${query('quote')}`)] : []),
    ...(isMisprint ? [link('report', misprint, `${path}/misprint?${query('words')}`)] : []),
  ];
}
