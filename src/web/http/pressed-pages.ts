// Pages that are the same for everybody are pressed: rendered and compressed when their inputs change, then sent as bytes.
// Memory first, then what the store kept from an earlier run, then the renderer.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '#operations/context.ts';
import { findPressedPage, keepPage } from '#operations/page-keep.ts';
import { HTML_TYPE, type PressedAnswer } from './answer.ts';
import { acceptedCoding, type Coding, compressForKeeping, compressForSending } from './compression.ts';
import { isFresh, tagOf } from './validators.ts';

export interface PressedPages {
  /** Answers from memory when the page there is still the page; false when somebody must look. */
  answerFromMemory(request: IncomingMessage, response: ServerResponse): boolean;
  /** The page, pressed now if it has to be; `generation` is the library's when its inputs were read. */
  ready(answer: PressedAnswer, generation: number): Promise<Entry>;
  write(request: IncomingMessage, response: ServerResponse, entry: Entry): void;
  /** How many requests memory alone answered. */
  answered(): number;
  /** Resolves when nothing is left to be kept: the store may then be closed. */
  drained(): Promise<void>;
}

export interface Pressed {
  readonly inputs: string;
  readonly contentType: string;
  readonly etag: string;
  readonly identity: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

export interface Entry {
  readonly page: Pressed;
  /** When it came to be here: never earlier than the page's last change. */
  readonly since: number;
  readonly common: Readonly<Record<string, string>>;
  readonly heads: Readonly<Record<Coding, string[]>>;
  readonly notModified: string[];
  /** The library's generation it was last known to be right for. */
  generation: number;
}

interface Options {
  readonly context: Context;
  readonly generation: () => number;
  readonly headers: Readonly<Record<string, string>>;
  /** Changes with anything that renders. */
  readonly stamp: string;
  readonly memoryBytes?: number;
}

export function pressedPages({
  context,
  generation,
  headers,
  stamp,
  memoryBytes = 48 * 2 ** 20,
}: Options): PressedPages {
  const entries = new Map<string, Entry>();
  const pressing = new Map<string, Promise<Pressed>>();
  const settling = new Set<Promise<void>>();
  let heldBytes = 0;
  let answered = 0;

  function hold(path: string, entry: Entry) {
    release(path);
    entries.set(path, entry);
    heldBytes += sizeOf(entry.page);
    for (const oldest of entries.keys()) {
      if (heldBytes <= memoryBytes || oldest === path) break;
      release(oldest);
    }
  }

  function release(path: string) {
    const entry = entries.get(path);
    if (entry && entries.delete(path)) heldBytes -= sizeOf(entry.page);
  }

  function entryOf(page: Pressed, answer: PressedAnswer, known: number): Entry {
    const since = context.clock.now().getTime();
    const common = { ...headers, ...answer.headers, etag: page.etag, 'last-modified': new Date(since).toUTCString() };
    return {
      page,
      since,
      common,
      heads: headsOf(page, common),
      notModified: Object.entries(common).flat(),
      generation: known,
    };
  }

  async function findOrPress(answer: PressedAnswer, inputs: string): Promise<Pressed> {
    const kept = await findPressedPage(context, { path: answer.path });
    if (kept?.inputs === inputs) return kept;
    const identity = Buffer.from(String(await answer.render()));
    const contentType = answer.contentType ?? HTML_TYPE;
    const [brotli, gzip] = await Promise.all([
      compressForSending(identity, 'br'),
      compressForSending(identity, 'gzip'),
    ]);
    const quick = { inputs, contentType, etag: tagOf(identity), identity, gzip, brotli };
    // The first reader does not wait for the smallest form; it is made behind their back where it is worth it, and kept.
    const settled = settle(quick, answer)
      .catch((error) => context.log.warn({ err: error }, 'a page could not be kept'))
      .finally(() => settling.delete(settled));
    settling.add(settled);
    return quick;
  }

  async function settle(quick: Pressed, answer: PressedAnswer) {
    const page = answer.lasting ? { ...quick, ...(await compressForKeeping(quick.identity)) } : quick;
    const current = entries.get(answer.path);
    if (page !== quick && current?.page === quick)
      hold(answer.path, { ...current, page, heads: headsOf(page, current.common) });
    await keepPage(context, { path: answer.path, ...page });
  }

  /** Two who ask at once wait for one pressing. */
  function press(answer: PressedAnswer, inputs: string): Promise<Pressed> {
    const key = `${inputs} ${answer.path}`;
    const running = pressing.get(key) ?? findOrPress(answer, inputs).finally(() => pressing.delete(key));
    pressing.set(key, running);
    return running;
  }

  return {
    answered: () => answered,
    drained: async () => void (await Promise.all(settling)),
    answerFromMemory(request, response) {
      const entry = entries.get(request.url as string);
      if (entry === undefined || entry.generation !== generation()) return false;
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      if (request.headers['accept-datetime'] !== undefined) return false;
      answered += 1;
      write(request, response, entry);
      return true;
    },
    async ready(answer, known) {
      const inputs = createHash('sha256').update(stamp).update(JSON.stringify(answer.inputs)).digest('base64url');
      const held = entries.get(answer.path);
      if (held?.page.inputs === inputs) {
        held.generation = known;
        return held;
      }
      const entry = entryOf(await press(answer, inputs), answer, known);
      hold(answer.path, entry);
      return entry;
    },
    write,
  };
}

function headsOf(page: Pressed, common: Readonly<Record<string, string>>): Readonly<Record<Coding, string[]>> {
  const head = (coding: Coding, body: Buffer) =>
    Object.entries({
      'content-type': page.contentType,
      ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
      'content-length': String(body.length),
      ...common,
    }).flat();
  return { br: head('br', page.brotli), gzip: head('gzip', page.gzip), identity: head('identity', page.identity) };
}

function write(request: IncomingMessage, response: ServerResponse, entry: Entry): void {
  if (isFresh(request.headers, entry.page.etag, entry.since)) {
    response.writeHead(304, entry.notModified);
    response.end();
    return;
  }
  const coding = acceptedCoding(request.headers['accept-encoding'] as string | undefined);
  response.writeHead(200, entry.heads[coding]);
  response.end(request.method === 'HEAD' ? undefined : bodyOf(entry.page, coding));
}

function bodyOf(page: Pressed, coding: Coding): Buffer {
  if (coding === 'br') return page.brotli;
  return coding === 'gzip' ? page.gzip : page.identity;
}

const sizeOf = (page: Pressed) => page.identity.length + page.gzip.length + page.brotli.length;
