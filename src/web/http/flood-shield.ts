// Stands before the parser of forms: what comes too fast from one place, or from everywhere at once, is answered before anything is
// read or looked up. It counts in memory and forgets each minute; the limits that last are the operations'.
import { addressPrefix } from '#operations/sign-in-attempts.ts';
import type { Settings } from '#settings';

export interface FloodShield {
  /** Whether this one may go on; it is under way until its answer is closed. */
  admits(address: string, answer: Closing): boolean;
}

/** The raw answer, of which nothing else is asked. */
interface Closing {
  once(event: 'close', listener: () => void): unknown;
}

export interface ShieldLimits {
  /** Forms a second from one network prefix, and how many at a stroke. */
  readonly perPrefix: Flow;
  /** From everywhere. */
  readonly perSite: Flow;
  /** Arrivals a second from everywhere that are no crowd but a flood. */
  readonly flood: number;
  /** What is still let through of a flood, a second. */
  readonly perFloodedSecond: number;
  /** Of those who have hardly tried yet while it lasts: people who have nothing to do with it. What floods has soon tried often. */
  readonly newcomers: Flow & { readonly tries: number };
}

interface Flow {
  readonly perSecond: number;
  readonly atOnce: number;
}

/** Wider than the limits that last, which count what is sent; narrow enough that a flood is seen before it is felt. */
export function shieldLimits({
  forumSenderLimit,
  forumSiteLimit,
}: Pick<Settings, 'forumSenderLimit' | 'forumSiteLimit'>): ShieldLimits {
  const perSecond = forumSiteLimit / 30;
  return {
    perPrefix: { perSecond: forumSenderLimit / 30, atOnce: Math.max(6, forumSenderLimit / 5) },
    perSite: { perSecond, atOnce: Math.max(6, perSecond / 10) },
    flood: 1.5 * perSecond,
    perFloodedSecond: 5,
    newcomers: { perSecond: Math.max(1, perSecond / 30), atOnce: 6, tries: TRIES },
  };
}

/** A preview, a sending, and each once more. */
const TRIES = 4;
/** Prefixes remembered in a minute: some megabytes, whatever comes. */
const MOST_PREFIXES = 50_000;
const MINUTE_MS = 60_000;
/** How quickly the rate of arrivals is forgotten. */
const MEMORY_SECONDS = 0.1;
/** More than this machine keeps up with is a flood, whatever its rate; a disk that is slow for a second at the busiest hour is none. */
const MOST_UNDER_WAY = 200;
/** A flood comes in waves where this program is held up by it: one trough is not its end. */
const AFTER_FLOOD_MS = 3000;

/** `now` in milliseconds. */
export function floodShield(now: () => number, limits: ShieldLimits): FloodShield {
  const { perPrefix, perSite, flood, perFloodedSecond, newcomers } = limits;
  const [site, few] = [bucket(perSite, now()), bucket(newcomers, now())];
  // A prefix that was silent for a minute may do what a new one may: two minutes' worth are kept.
  let [recent, older] = [new Map<string, Prefix>(), new Map<string, Prefix>()];
  let minute = 0;
  let arrivals = { rate: 0, at: now() };
  let floodUntil = 0;
  let underWay = 0;

  function prefixOf(address: string, time: number): Prefix {
    const prefix = addressPrefix(address);
    const thisMinute = Math.floor(time / MINUTE_MS);
    if (thisMinute !== minute) [recent, older, minute] = [new Map(), recent, thisMinute];
    const known = recent.get(prefix) ?? older.get(prefix) ?? { ...bucket(perPrefix, time), tries: 0 };
    if (recent.size < MOST_PREFIXES) recent.set(prefix, known);
    return known;
  }

  function takesAny(prefix: Prefix, time: number): boolean {
    const faded = Math.exp((arrivals.at - time) / 1000 / MEMORY_SECONDS);
    arrivals = { rate: arrivals.rate * faded + 1 / MEMORY_SECONDS, at: time };
    const keepsUp = underWay < MOST_UNDER_WAY;
    if (arrivals.rate > flood || !keepsUp) floodUntil = time + AFTER_FLOOD_MS;
    if (time >= floodUntil) return take(site, perSite.perSecond, time);
    prefix.tries += 1;
    if (keepsUp && prefix.tries <= newcomers.tries && take(few, newcomers.perSecond, time)) return true;
    return take(site, perFloodedSecond, time);
  }

  return {
    admits(address, answer) {
      const time = now();
      const prefix = prefixOf(address, time);
      // Held up by its own bucket, one place alone is no flood for everybody else.
      if (!take(prefix, perPrefix.perSecond, time)) return false;
      if (!takesAny(prefix, time)) return false;
      underWay += 1;
      answer.once('close', () => {
        underWay -= 1;
      });
      return true;
    },
  };
}

/** Fills with time, up to what may come at once; each that passes takes one out. */
interface Bucket {
  readonly most: number;
  left: number;
  at: number;
}

interface Prefix extends Bucket {
  /** While a flood lasted. */
  tries: number;
}

const bucket = ({ atOnce }: Flow, at: number): Bucket => ({ most: atOnce, left: atOnce, at });

function take(from: Bucket, perSecond: number, time: number): boolean {
  from.left = Math.min(from.most, from.left + (Math.max(0, time - from.at) / 1000) * perSecond);
  from.at = time;
  if (from.left < 1) return false;
  from.left -= 1;
  return true;
}
