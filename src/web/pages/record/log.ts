// The log as C2SP tlog-tiles has it: files that any client of such logs can read.
import { Refusal } from '#domain/refusal.ts';
import { readRecordHead, readTile } from '#operations/reads/record.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';

export const FOR_EVER = 'public, max-age=31536000, immutable';
const A_MOMENT = 'public, max-age=5';
const PLAIN = 'text/plain; charset=utf-8';

export async function logCheckpoint({ context }: Visit): Promise<Answer> {
  const head = await readRecordHead(context);
  if (!head) throw new Refusal('not-found');
  return { kind: 'bytes', contentType: PLAIN, body: head.checkpoint.note, headers: { 'cache-control': A_MOMENT } };
}

export async function logTile({ context, params }: Visit): Promise<Answer> {
  const body = await readTile(context, { path: `tile/${params['*'] ?? ''}` });
  if (!body) throw new Refusal('not-found');
  return { kind: 'bytes', contentType: 'application/octet-stream', body, headers: { 'cache-control': FOR_EVER } };
}

/** What a client must know to begin: the name, the keys, the place. */
export async function logDescription({ context }: Visit): Promise<Answer> {
  const head = await readRecordHead(context);
  if (!head) throw new Refusal('not-found');
  const description = {
    format: 'stet-log/1',
    origin: head.origin,
    keys: head.verifierKeys,
    prefix: `${context.settings.publicUrl}/log`,
    witnesses: [],
  };
  return {
    kind: 'bytes',
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(description, null, 1)}\n`,
    headers: { 'cache-control': A_MOMENT },
  };
}
