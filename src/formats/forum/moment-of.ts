// Times as other sites write them, as ISO 8601 in UTC without fractions. Null for what is no time: a zero date, the 30th of February.

/** `2009-05-24 18:03:11` or `2009-05-24T18:03:11Z`, with or without an offset. Without one it is taken as UTC. */
export function momentOf(written: string | null | undefined): string | null {
  const parts = WRITTEN.exec(written?.trim() ?? '');
  if (!parts) return null;
  const [, date, hours = '00:00', seconds = '00', offset = 'Z'] = parts;
  const local = `${date}T${hours}:${seconds}`;
  const time = Date.parse(`${local}Z`);
  if (Number.isNaN(time) || isoOf(time)?.slice(0, 19) !== local) return null;
  return isoOf(Date.parse(`${local}${withColon(offset)}`));
}

/** Seconds since 1970, as Isso writes them: `1713866172.5`. */
export function momentOfSeconds(written: string | null | undefined): string | null {
  const seconds = written?.trim() ? Number(written) : Number.NaN;
  return isoOf(seconds * 1000);
}

const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)? ?(Z|[+-]\d{2}:?\d{2})?$/;
const EARLIEST = Date.UTC(1980, 0);
const LATEST = Date.UTC(9999, 0);

function isoOf(time: number): string | null {
  if (!(time >= EARLIEST && time < LATEST)) return null;
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

const withColon = (offset: string) => offset.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
