/**
 * What a transcription is made from: a text in parts, with its notes. The bases and the samples are written in the
 * same small Markdown; it is read here by a few lines of our own, so that the examiner shares no code with the examined.
 */
export interface Work {
  readonly slug: string;
  readonly language: 'en' | 'fr';
  readonly title: string;
  readonly author: string;
  readonly written: string | null;
  readonly firstPublished: string | null;
  readonly source: string;
  readonly parts: readonly Part[];
  /** Bodies by label, each of one paragraph or more. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
}

/** Prose holds its note calls as `[^label]` and its emphasis as `*words*`; `leadIn` counts the words in capitals. */
export type Part =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'paragraph'; readonly text: string; readonly leadIn?: number }
  | { readonly kind: 'quotation'; readonly paragraphs: readonly string[]; readonly source: string | null }
  | { readonly kind: 'verse'; readonly stanzas: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export function parseWork(slug: string, file: string): Work {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? [];
  const field = (key: string): string | null => {
    const line = new RegExp(`^${key}:[ \\t]*(.*)$`, 'm').exec(front)?.[1] ?? null;
    return line === null ? null : line.replace(/^["'[]|["'\]]$/g, '').replace(/~|\?/g, '');
  };
  const author = field('authors') || /^authors:\n {2}- (.*)$/m.exec(front)?.[1] || '';
  const notes = new Map<string, readonly string[]>();
  const parts: Part[] = [];
  for (const chunk of chunksOf(body)) {
    const note = /^\[\^(\w+)\]: ([\s\S]*)$/.exec(chunk);
    if (note) notes.set(note[1]!, [plain(note[2]!)]);
    else {
      const part = partOf(chunk);
      if (part) parts.push(part);
    }
  }
  return {
    slug,
    language: field('language') === 'fr' ? 'fr' : 'en',
    title: field('title') ?? '',
    author: author.split(', ')[0]!,
    written: field('written'),
    firstPublished: field('first-published'),
    source: field('source') ?? '',
    parts,
    notes,
  };
}

/** Chunks between blank lines, a fenced directive being one chunk however many stanzas it has. */
function chunksOf(body: string): string[] {
  const chunks: string[] = [];
  let open: string[] | null = null;
  for (const chunk of body.split(/\n{2,}/)) {
    const text = chunk.replace(/^\n+|\n+$/g, '');
    if (open) open.push(text);
    else if (text.startsWith(':::')) open = [text];
    else if (text.startsWith('>') && chunks.at(-1)?.startsWith('>')) chunks.push(`${chunks.pop()}\n>\n${text}`);
    else if (text) chunks.push(text);
    if (open && text.endsWith('\n:::')) {
      chunks.push(open.join('\n\n'));
      open = null;
    }
  }
  return chunks;
}

function partOf(chunk: string): Part | null {
  if (chunk.startsWith(':::epigraph') || chunk.startsWith('::page')) return null;
  if (chunk === '::break' || chunk === '* * *') return { kind: 'break' };
  if (chunk.startsWith('## ')) return { kind: 'heading', text: plain(chunk.slice(3)) };
  if (chunk.startsWith(':::verse')) return { kind: 'verse', stanzas: stanzasOf(chunk) };
  if (chunk.startsWith('>')) return quotationOf(chunk);
  if (chunk.startsWith('|')) return { kind: 'table', rows: rowsOf(chunk) };
  if (/^(- |1\. )/.test(chunk)) {
    const items = chunk.split('\n').map((line) => plain(line.replace(/^(- |\d+\. )/, '')));
    return { kind: 'list', ordered: !chunk.startsWith('- '), items };
  }
  const leadIn = /^:leadin\[([^\]]*)\]/.exec(chunk);
  const text = plain(chunk);
  return leadIn
    ? { kind: 'paragraph', text: calmed(text, leadIn[1]!), leadIn: leadIn[1]!.split(' ').length }
    : { kind: 'paragraph', text };
}

/** A lead-in written in capitals set in small letters again; each style decides whether to shout it. */
function calmed(text: string, leadIn: string): string {
  const letters = leadIn.replace(/[^\p{L}]/gu, '');
  if (letters.replace(/\p{Lu}/gu, '').length > letters.length / 3) return text;
  const quiet = leadIn.toLowerCase().replace(/^\p{L}/u, (first) => first.toUpperCase());
  return (
    quiet.replace(/hallow coast|tyne glass works|port-aubin/g, (name) =>
      name.replace(/(^|[ -])\p{L}/gu, (l) => l.toUpperCase()),
    ) + text.slice(leadIn.length)
  );
}

function quotationOf(chunk: string): Part {
  const paragraphs = chunk
    .split(/\n>[ ]*\n/)
    .map((lines) =>
      plain(
        lines
          .split('\n')
          .map((line) => line.replace(/^> ?/, ''))
          .join(' '),
      ),
    )
    .map((text) => text.replace(/^[“«][\u00a0\u202f ]?/, '').replace(/[\u00a0\u202f ]?[”»](\[\^\w+\])?$/, '$1'));
  const last = paragraphs.at(-1)!;
  const source = last.startsWith('— ') ? last : null;
  return { kind: 'quotation', paragraphs: source ? paragraphs.slice(0, -1) : paragraphs, source };
}

const stanzasOf = (chunk: string): string[][] =>
  chunk
    .replace(/^:::verse\n/, '')
    .replace(/\n:::$/, '')
    .split(/\n\n+/)
    .map((stanza) => stanza.split('\n').map((line) => plain(line.replace(/\u2003/g, '  '))));

const rowsOf = (chunk: string): string[][] =>
  chunk
    .split('\n')
    .filter((line) => !/^\|[ |:-]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => plain(cell.trim())),
    );

/** Directives that have no counterpart on paper are taken off; calls and emphasis stay. */
function plain(text: string): string {
  return text
    .replace(/^:kind\[\w+\] /, '')
    .replace(/:(?:leadin|sc|sic|lang)\[([^\]]*)\](?:\{[^}]*\})?/g, '$1')
    .replace(/\\([:[\]*])/g, '$1');
}
