import type { Signal } from '../signal.ts';

/** One link belongs to a discussion; several, or little besides them, seldom. */
export const links: Signal = {
  code: 'links',
  weigh: ({ links, folded }) => {
    if (links.length === 0) return null;
    const share = links.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, folded.length);
    const weight = Math.min(2, 0.3 + 0.5 * (links.length - 1)) + (share > 0.5 ? 0.8 : 0);
    return { weight, values: { count: links.length, percent: Math.round(share * 100) } };
  },
};
