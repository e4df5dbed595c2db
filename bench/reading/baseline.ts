import type { ReadingJson } from './reading-shape.ts';

/** What a careful person writes in ten minutes: UTF-8, blank lines, `[n]`. The floor that the reader is measured against in the same run. */
export function readSimply(bytes: Uint8Array): ReadingJson {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  const calls = new Map<string, { line: number; column: number }>();
  const notes: {
    label: string;
    call: { line: number; column: number } | null;
    body: { line: number; text: string } | null;
  }[] = [];
  const blocks: { kind: string; section: number; lines: [number, number]; text: string }[] = [];
  let open: { first: number; texts: string[] } | null = null;
  const close = (last: number): void => {
    if (open) blocks.push({ kind: 'paragraph', section: 1, lines: [open.first, last], text: open.texts.join(' ') });
    open = null;
  };
  lines.forEach((line, index) => {
    const body = /^\s*\[(\d+)\]\s*(.*)$/.exec(line);
    if (body) {
      close(index);
      notes.push({ label: body[1]!, call: calls.get(body[1]!) ?? null, body: { line: index + 1, text: body[2]! } });
      return;
    }
    for (const call of line.matchAll(/\[(\d+)\]/g))
      if (!calls.has(call[1]!)) calls.set(call[1]!, { line: index + 1, column: call.index + 1 });
    if (line.trim() === '') close(index);
    else if (open) open.texts.push(line.trim());
    else open = { first: index + 1, texts: [line.trim()] };
  });
  close(lines.length);
  return { language: null, metadata: {}, guesses: [], blocks, notes, furniture: [], problems: [] };
}
