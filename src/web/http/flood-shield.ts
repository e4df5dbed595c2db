// Stands before the parser of forms: what comes too fast from one place, or from everywhere at once, is answered before anything is
// read or looked up. It counts in memory and forgets each minute; the limits that last are the operations'.
import { addressPrefix } from '#operations/sign-in-attempts.ts';
import type { Settings } from '#settings';

export interface FloodShield {
  /** Whether this one may go on. */
  admits(address: string): boolean;
}

export interface ShieldLimits {
  /** Forms a minute from one network prefix. */
  readonly perPrefix: number;
  /** Forms a second from everywhere. */
  readonly perSecond: number;
  /** Arrivals a second from everywhere that are no crowd but a flood. */
  readonly flood: number;
  /** What is still let through of a flood, a second: those who have nothing to do with it among them. */
  readonly perFloodedSecond: number;
}

/** Wider than the limits that last, which count what is sent; narrow enough that a flood is seen within a second. */
export function shieldLimits({
  forumSenderLimit,
  forumSiteLimit,
}: Pick<Settings, 'forumSenderLimit' | 'forumSiteLimit'>): ShieldLimits {
  const perSecond = Math.ceil(forumSiteLimit / 30);
  return { perPrefix: 2 * forumSenderLimit, perSecond, flood: 1.5 * perSecond, perFloodedSecond: 5 };
}

/** Prefixes remembered in a minute: some megabytes, whatever comes. */
const MOST_PREFIXES = 50_000;
const MINUTE_MS = 60_000;

export function floodShield(now: () => number, limits: ShieldLimits): FloodShield {
  const byPrefix = new Map<string, number>();
  let minute = 0;
  let second = { number: 0, arrived: 0, admitted: 0 };
  let arrivedBefore = 0;

  function turn(time: number) {
    const [thisMinute, thisSecond] = [Math.floor(time / MINUTE_MS), Math.floor(time / 1000)];
    if (thisMinute !== minute) byPrefix.clear();
    minute = thisMinute;
    if (thisSecond === second.number) return;
    arrivedBefore = thisSecond === second.number + 1 ? second.arrived : 0;
    second = { number: thisSecond, arrived: 0, admitted: 0 };
  }

  return {
    admits(address) {
      turn(now());
      second.arrived += 1;
      const prefix = addressPrefix(address);
      const count = (byPrefix.get(prefix) ?? 0) + 1;
      if (count > limits.perPrefix) return false;
      if (count > 1 || byPrefix.size < MOST_PREFIXES) byPrefix.set(prefix, count);
      const isFlood = Math.max(second.arrived, arrivedBefore) > limits.flood;
      if (second.admitted >= (isFlood ? limits.perFloodedSecond : limits.perSecond)) return false;
      second.admitted += 1;
      return true;
    },
  };
}
