// Words selected in the text of a page lead to the form on which a misprint is reported, filled in. Without script the number in
// the margin leads to the same form.
const LONGEST = 200;
const PAUSE_MS = 150;
/** In a paragraph, but no words of it. */
const FURNITURE = '.number, .mark, .note-call, .note-button, .side-note, .report';

const script = document.currentScript;
const body = document.querySelector('.body');
if (script instanceof HTMLScriptElement && body) offer(body, script.dataset);

function offer(body: Element, { report = '', path = '' }: DOMStringMap): void {
  const link = document.createElement('a');
  link.className = 'report';
  link.rel = 'nofollow';
  link.textContent = report;
  let timer = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => place(body, link, path), PAUSE_MS);
  });
  // Once for each selection the next press of Tab leads to it; after that keys go where they always go.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || event.shiftKey || !link.isConnected || link.dataset.met === link.href) return;
    link.dataset.met = link.href;
    event.preventDefault();
    link.focus();
  });
}

function place(body: Element, link: HTMLAnchorElement, path: string): void {
  const selection = document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const block = range && blockOf(range.startContainer, body);
  const words = range && block?.contains(range.endContainer) ? wordsIn(range) : '';
  if (!range || !block || words === '' || words.length > LONGEST) {
    // Whoever has come to the link by keyboard keeps it.
    if (document.activeElement !== link) link.remove();
    return;
  }
  const query = new URLSearchParams({ paragraph: block.id, words });
  link.href = `${path}?${query}`;
  if (link.parentElement !== block) block.append(link);
  const [of, lines] = [block.getBoundingClientRect(), range.getClientRects()];
  const last = lines[lines.length - 1];
  if (last) link.style.insetBlockStart = `${last.bottom - of.top}px`;
}

/** The innermost paragraph, verse or note with an address. */
function blockOf(node: Node, body: Element): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest('[id]') ?? null;
  return block && block !== body && body.contains(block) ? block : null;
}

/** Selected by halves, words are given whole. */
function wordsIn(range: Range): string {
  const whole = range.cloneRange();
  widen(whole);
  const part = whole.cloneContents();
  for (const element of part.querySelectorAll(FURNITURE)) element.remove();
  return (part.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const LETTERS_BEFORE = /[\p{L}\p{M}\p{N}]*$/u;
const LETTERS_AFTER = /^[\p{L}\p{M}\p{N}]*/u;

function widen(range: Range): void {
  const { startContainer: from, startOffset, endContainer: to, endOffset } = range;
  if (range.collapsed) return;
  if (from instanceof Text && /^[\p{L}\p{N}]/u.test(from.data.slice(startOffset)))
    range.setStart(from, startOffset - LETTERS_BEFORE.exec(from.data.slice(0, startOffset))![0].length);
  if (to instanceof Text && /[\p{L}\p{N}]$/u.test(to.data.slice(0, endOffset)))
    range.setEnd(to, endOffset + LETTERS_AFTER.exec(to.data.slice(endOffset))![0].length);
}
