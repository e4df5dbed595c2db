// The log as C2SP tlog-tiles has it: files that any client of such logs can read.
import { Refusal } from '#domain/refusal.ts';
import { listRecordHeads, type RecordHead, readCheckpointAt, readTile } from '#operations/reads/record.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';

export const FOR_EVER = 'public, max-age=31536000, immutable';
const A_MOMENT = 'public, max-age=5';
const PLAIN = 'text/plain; charset=utf-8';

export async function logCheckpoint({ context, params }: Visit): Promise<Answer> {
  const body = await readCheckpointAt(context, { prefix: prefixIn(params) });
  if (!body) throw new Refusal('not-found');
  return { kind: 'bytes', contentType: PLAIN, body, headers: { 'cache-control': A_MOMENT } };
}

export async function logTile({ context, params }: Visit): Promise<Answer> {
  const body = await readTile(context, { prefix: prefixIn(params), path: `tile/${params['*'] ?? ''}` });
  if (!body) throw new Refusal('not-found');
  return { kind: 'bytes', contentType: 'application/octet-stream', body, headers: { 'cache-control': FOR_EVER } };
}

/** The first log is under /log, one begun anew under /log/2. */
const prefixIn = ({ log }: Visit['params']) => (log === undefined ? 'log' : `log/${log}`);

/** What a client must know to begin: the name, the keys, the place. Of logs that ended too, before the one that goes on. */
export async function logDescription({ context }: Visit): Promise<Answer> {
  const { publicUrl } = context.settings;
  const heads = await listRecordHeads(context);
  const last = heads.at(-1);
  if (!last) throw new Refusal('not-found');
  const described = ({ origin, prefix, verifierKeys }: RecordHead) => ({
    origin,
    keys: verifierKeys,
    prefix: `${publicUrl}/${prefix}`,
  });
  const earlier = heads.slice(0, -1).map(described);
  const description = {
    format: 'stet-log/1',
    ...(earlier.length > 0 && { earlier }),
    ...described(last),
    witnesses: [],
  };
  return {
    kind: 'bytes',
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(description, null, 1)}\n`,
    headers: { 'cache-control': A_MOMENT },
  };
}
