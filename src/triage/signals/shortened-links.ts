import { SHORTENERS } from '../shorteners-data.ts';
import type { Signal } from '../signal.ts';

/** A shortened link hides where it leads; nobody needs one where there is room. */
export const shortenedLinks: Signal = {
  code: 'shortened-links',
  weigh: ({ links }) => {
    const hosts = [...new Set(links.map(({ host }) => host).filter((host) => SHORTENERS.has(host)))];
    return hosts.length === 0 ? null : { weight: 1, values: { hosts: hosts.slice(0, 3).join(', ') } };
  },
};
