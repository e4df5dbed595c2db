// Puts together plain text with the forum's small markup: `*emphasis*`, `> quoted`, blank lines between paragraphs.

export interface PlainWriter {
  text(text: string): void;
  /** A new line in the same paragraph. */
  line(): void;
  paragraph(): void;
  /** Within a quotation from here, or no longer. */
  quote(step: 1 | -1): void;
  /** Opens and closes what is to stand between stars. */
  emphasis(step: 1 | -1): void;
  link(target: string | null): void;
  done(): string;
}

/** `marks` false leaves out the small markup: for a name, a title. */
export function createPlainWriter({ marks = true }: { readonly marks?: boolean } = {}): PlainWriter {
  const paragraphs: string[] = [];
  let current = '';
  let quoted = 0;
  let emphasised = 0;
  let emphasisStart = 0;
  let link: { readonly target: string; readonly start: number } | null = null;

  const endEmphasis = () => {
    current = current.slice(0, emphasisStart) + starred(current.slice(emphasisStart));
  };
  const endLink = () => {
    if (!link) return;
    const words = current.slice(link.start).trim();
    if (words === '' || isAddressOf(words, link.target)) current = current.slice(0, link.start) + link.target;
    else current += ` (${link.target})`;
    link = null;
  };
  const flush = () => {
    endLink();
    if (marks && emphasised > 0) endEmphasis();
    const lines = current
      .trim()
      .split('\n')
      .map((line) => line.trim());
    if (lines.length > 1 || lines[0] !== '')
      paragraphs.push(lines.map((line) => (quoted > 0 && marks ? `> ${line}`.trimEnd() : line)).join('\n'));
    current = '';
    emphasisStart = 0;
  };
  return {
    text: (text) => {
      current += text;
    },
    line: () => {
      current += '\n';
    },
    paragraph: flush,
    quote: (step) => {
      flush();
      quoted = Math.max(0, quoted + step);
    },
    emphasis: (step) => {
      if (step === 1 && emphasised === 0) emphasisStart = current.length;
      if (step === -1 && emphasised === 1 && marks) endEmphasis();
      emphasised = Math.max(0, emphasised + step);
    },
    link: (target) => {
      endLink();
      link =
        target !== null && marks && /^https?:\/\/[^\s<>"]+$/i.test(target) ? { target, start: current.length } : null;
    },
    done: () => {
      flush();
      return paragraphs.join('\n\n');
    },
  };
}

/** What stands between stars is on one line and has none itself; spaces stay outside. */
function starred(words: string): string {
  const inner = words.trim();
  if (inner === '' || /[*\n]/.test(inner)) return words;
  const start = words.length - words.trimStart().length;
  return `${words.slice(0, start)}*${inner}*${words.slice(start + inner.length)}`;
}

/** `example.org/page…` is the target already. */
function isAddressOf(words: string, target: string): boolean {
  const bare = (address: string) => address.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '').toLowerCase();
  const shown = bare(words.replace(/(?:…|\.\.\.)$/, ''));
  return (
    shown !== '' &&
    bare(target).startsWith(shown) &&
    /[./]/.test(shown) &&
    (shown === bare(target) || /(?:…|\.\.\.)$/.test(words))
  );
}
