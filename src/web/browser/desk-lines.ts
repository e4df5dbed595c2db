// Line numbers beside a textarea whose lines wrap: a hidden twin of the text, one element a line, says where each begins.

/** Beyond this many lines measuring costs more than the numbers are worth. */
const MOST_LINES = 4000;

export function numberLines(source: HTMLTextAreaElement): void {
  const frame = source.parentElement!;
  const gutter = document.createElement('div');
  gutter.className = 'lines';
  gutter.ariaHidden = 'true';
  const ruler = document.createElement('div');
  ruler.className = 'ruler';
  ruler.ariaHidden = 'true';
  frame.prepend(gutter);
  frame.append(ruler);
  frame.classList.add('numbered');
  const place = () => placeNumbers(source, gutter, ruler);
  const soon = throttled(place);
  source.addEventListener('input', soon);
  source.addEventListener('scroll', soon, { passive: true });
  new ResizeObserver(soon).observe(source);
  document.fonts.ready.then(soon);
  place();
}

/** Puts the caret at the beginning of a line of the body and shows it. */
export function goToLine(source: HTMLTextAreaElement, line: number): void {
  const lines = source.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  source.focus();
  source.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const ruler = source.parentElement!.querySelector('.ruler');
  const at = ruler?.children[line - 1];
  if (at instanceof HTMLElement) source.scrollTop = Math.max(0, at.offsetTop - source.clientHeight / 3);
  source.scrollIntoView({ block: 'nearest' });
}

/** The line at the top of what is in sight, from 0, with how far into it as a share. */
export function topLine(source: HTMLTextAreaElement): number {
  const ruler = source.parentElement!.querySelector('.ruler');
  if (!ruler || ruler.children.length === 0) return 0;
  return firstAtOrAbove(ruler, source.scrollTop);
}

function placeNumbers(source: HTMLTextAreaElement, gutter: HTMLElement, ruler: HTMLElement): void {
  const lines = source.value.split('\n');
  if (lines.length > MOST_LINES) {
    gutter.replaceChildren();
    ruler.replaceChildren();
    return;
  }
  measure(source, ruler, lines);
  const style = getComputedStyle(source);
  const above = Number.parseFloat(style.paddingTop) - source.scrollTop;
  const numbers: HTMLElement[] = [];
  for (let index = firstAtOrAbove(ruler, source.scrollTop); index < ruler.children.length; index += 1) {
    const top = (ruler.children[index] as HTMLElement).offsetTop + above;
    if (top > source.clientHeight) break;
    const number = document.createElement('span');
    number.textContent = String(index + 1);
    number.style.top = `${top}px`;
    number.style.lineHeight = style.lineHeight;
    numbers.push(number);
  }
  gutter.replaceChildren(...numbers);
}

// Only lines that changed are set again: typing in a long text touches one.
function measure(source: HTMLTextAreaElement, ruler: HTMLElement, lines: readonly string[]): void {
  const style = getComputedStyle(source);
  ruler.style.width = `${source.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)}px`;
  ruler.style.font = style.font;
  ruler.style.lineHeight = style.lineHeight;
  while (ruler.children.length > lines.length) ruler.lastElementChild!.remove();
  while (ruler.children.length < lines.length) ruler.append(document.createElement('div'));
  for (const [index, line] of lines.entries()) {
    const element = ruler.children[index]!;
    const text = line || '\u200B';
    if (element.textContent !== text) element.textContent = text;
  }
}

function firstAtOrAbove(ruler: Element, scrollTop: number): number {
  let [low, high] = [0, ruler.children.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ruler.children[middle] as HTMLElement).offsetTop <= scrollTop) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

function throttled(act: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      act();
    });
  };
}
