import { headItems } from './head-items.ts';
import type { HeadPlace } from './head-place.ts';
import { chooseTitle } from './title-choice.ts';

export interface Head {
  /** The first segment of the text itself. */
  readonly start: number;
  /** Segments above it that said something about the text. */
  readonly used: ReadonlySet<number>;
  /** Segments above it that said nothing about it. */
  readonly furniture: ReadonlyMap<number, string>;
}

/** What stands above the text: title, byline, dates, a block of sources, the page's own menus. */
export function readHead(place: HeadPlace): Head {
  const { items, start } = headItems(place);
  const choice = chooseTitle(items, place);
  const used = new Set<number>();
  const furniture = new Map<number, string>();
  for (const item of items) if (item.kind !== 'furniture' && item.kind !== 'candidate') used.add(item.at);
  for (const at of choice.used) used.add(at);
  for (const at of choice.menu) furniture.set(at, 'menu');
  for (const item of items)
    if (item.kind === 'furniture' && !place.furniture.has(item.at)) furniture.set(item.at, 'menu');
  return { start: choice.start ?? start, used, furniture };
}
