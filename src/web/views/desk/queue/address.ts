import type { QueueFilter } from '#operations/reads/queue.ts';

/** The part of a queue's address that says what it shows: what is as usual is left out. */
export function queueQuery(filter: QueueFilter, more: Readonly<Record<string, string | undefined>> = {}): string {
  const written = {
    lane: filter.lane === 'main' ? undefined : filter.lane,
    state: filter.state === 'waiting' ? undefined : filter.state,
    text: filter.textId,
    sender: filter.sender,
    group: filter.group,
    q: filter.query,
    score: scoreWritten(filter),
    order: filter.order === 'oldest' ? undefined : filter.order,
    ...more,
  };
  const given = Object.entries(written).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return new URLSearchParams(given).toString();
}

export function queueAddress(filter: QueueFilter, more: Readonly<Record<string, string | undefined>> = {}): string {
  const query = queueQuery(filter, more);
  return query === '' ? '/desk/queue' : `/desk/queue?${query}`;
}

/** `80-`: at least 80 %; `-20`: at most 20 %. */
export function scoreWritten({ leastScore, mostScore }: QueueFilter): string | undefined {
  if (leastScore === undefined && mostScore === undefined) return undefined;
  const percent = (score: number | undefined) => (score === undefined ? '' : String(Math.round(score * 100)));
  return `${percent(leastScore)}-${percent(mostScore)}`;
}
