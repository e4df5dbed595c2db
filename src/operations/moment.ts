import type { Context } from './context.ts';

/** Now, to the second: what records, feeds and Memento headers can say. */
export function moment({ clock }: Context): string {
  return toSecond(clock.now());
}

export function momentIn({ clock }: Context, seconds: number): string {
  return toSecond(new Date(clock.now().getTime() + seconds * 1000));
}

function toSecond(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
