import { isAlias, isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { EMPTY_METADATA, METADATA_FIELDS, type Metadata, type MetadataField } from '#domain/metadata.ts';
import type { Problem } from '#domain/problem.ts';
import { isEdtf } from './edtf-date.ts';
import { LONGEST_FRONT_MATTER } from './limits.ts';

/** Keys we do not know, kept as they are so that writing loses nothing. */
export type ExtraFields = Readonly<Record<string, ExtraValue>>;
export type ExtraValue = string | readonly ExtraValue[] | { readonly [key: string]: ExtraValue };

export interface FrontMatter {
  readonly metadata: Metadata;
  readonly extra: ExtraFields;
  readonly problems: readonly Problem[];
  /** The source without its front matter. */
  readonly body: string;
  /** Lines the front matter took. */
  readonly lines: number;
  /** Front matter that is not YAML: shown at the head of the body as typed. */
  readonly unread: string | null;
}

/** Reads the YAML between `---` and `---` at the head of a source. Every scalar is a string: `1984` is a title, not a number. */
export function readFrontMatter(source: string): FrontMatter {
  const found = findFrontMatter(source);
  if (found === null) return { ...NOTHING, body: source };
  const { yaml, end } = found;
  const body = source.slice(end);
  const lines = countLineEnds(source, end);
  try {
    const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: true, uniqueKeys: false });
    const error = document.errors[0];
    if (error) return unreadable({ yaml, body, lines, why: error.message, line: (error.linePos?.[0].line ?? 0) + 1 });
    if (document.contents === null) return { ...NOTHING, body, lines };
    if (!isMap(document.contents)) return unreadable({ yaml, body, lines, why: 'not a list of keys', line: 2 });
    return { ...readFields(document.contents.items as never, yaml), body, lines, unread: null };
  } catch (error) {
    return unreadable({ yaml, body, lines, why: error instanceof Error ? error.message : '', line: 2 });
  }
}

/** The front matter of a source, from `---` to `---` with the line end; empty where there is nothing to say. */
export function writeFrontMatter(metadata: Metadata, extra: ExtraFields = {}): string {
  const fields: Record<string, unknown> = {};
  for (const { name, key } of METADATA_FIELDS) {
    const value = metadata[name];
    if (value !== null && value.length > 0) fields[key] = value;
  }
  const all = { ...fields, ...extra };
  if (Object.keys(all).length === 0) return '';
  return `---\n${stringify(all, { lineWidth: 0, schema: 'core', aliasDuplicateObjects: false })}---\n`;
}

const NOTHING = { metadata: EMPTY_METADATA, extra: {}, problems: [], lines: 0, unread: null } as const;

function findFrontMatter(source: string): { readonly yaml: string; readonly end: number } | null {
  const open = /^---[ \t]*\n/.exec(source);
  if (open === null) return null;
  const head = source.slice(open[0].length - 1, LONGEST_FRONT_MATTER);
  const close = /\n---[ \t]*(?=\n|$)/.exec(head);
  if (close === null) return null;
  const end = open[0].length - 1 + close.index + close[0].length;
  if (end < source.length && source[end] !== '\n') return null;
  return { yaml: head.slice(1, close.index + 1), end: Math.min(end + 1, source.length) };
}

function unreadable(given: { yaml: string; body: string; lines: number; why: string; line: number }): FrontMatter {
  const why = given.why.split('\n')[0] ?? '';
  const problem: Problem = {
    code: 'front-matter-unreadable',
    message: `The front matter is not valid YAML: ${why}`,
    values: { why },
    line: given.line,
  };
  return { ...NOTHING, problems: [problem], body: given.body, lines: given.lines, unread: given.yaml };
}

interface Pair {
  readonly key: unknown;
  readonly value: unknown;
}

function readFields(pairs: readonly Pair[], yaml: string): Pick<FrontMatter, 'metadata' | 'extra' | 'problems'> {
  const metadata: Record<string, unknown> = { ...EMPTY_METADATA };
  const extra: Record<string, ExtraValue> = {};
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const pair of pairs) {
    const key = String(plain(pair.key));
    const line = lineOf(pair.key, yaml);
    const value = plain(pair.value);
    const field = METADATA_FIELDS.find((one) => one.key === key);
    const fit = field === undefined || seen.has(key) ? null : fitted(field, value);
    seen.add(key);
    if (field !== undefined && fit !== null) {
      metadata[field.name] = fit.value;
      if (field.holds === 'date' && typeof fit.value === 'string' && !isEdtf(fit.value))
        problems.push({
          code: 'date-not-edtf',
          message: `${key}: “${fit.value}” is not an EDTF date`,
          values: { key, value: fit.value },
          line,
        });
      continue;
    }
    extra[freeKey(key, extra)] = value;
    problems.push(
      field === undefined
        ? { code: 'front-matter-key-unknown', message: `Unknown key: ${key}`, values: { key }, line }
        : { code: 'front-matter-value-unfit', message: `${key} cannot hold this`, values: { key }, line },
    );
  }
  return { metadata: metadata as unknown as Metadata, extra, problems };
}

/** A doubled or ill-fitting known key is kept under a name of its own: under its own name it would be read again. */
function freeKey(key: string, extra: Readonly<Record<string, unknown>>): string {
  const known = METADATA_FIELDS.some((one) => one.key === key);
  let free = known ? `${key}-unread` : key;
  while (Object.hasOwn(extra, free)) free += '-unread';
  return free;
}

function fitted(field: MetadataField, value: ExtraValue): { readonly value: string | readonly string[] | null } | null {
  if (field.holds === 'list') {
    const list = Array.isArray(value) ? value : [value];
    return list.every((one) => typeof one === 'string')
      ? { value: list.map(oneLine).filter((one) => one !== '') }
      : null;
  }
  if (typeof value !== 'string') return null;
  const text = field.holds === 'prose' ? value.trim() : oneLine(value);
  return { value: text === '' ? null : text };
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

function plain(node: unknown): ExtraValue {
  if (isScalar(node)) return String(node.value ?? '');
  if (isSeq(node)) return node.items.map(plain);
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [String(plain(pair.key)), plain(pair.value)]));
  // An alias is written as it stands: expanding aliases is how small files become large ones.
  if (isAlias(node)) return `*${node.source}`;
  return '';
}

function lineOf(key: unknown, yaml: string): number | null {
  const start = isScalar(key) ? key.range?.[0] : undefined;
  return start === undefined ? null : countLineEnds(yaml, start) + 2;
}

function countLineEnds(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
