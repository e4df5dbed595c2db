import type { Context } from './context.ts';

/** Another number means that something public changed, in this process or another. Cheap enough to ask at every request. */
export function libraryGeneration({ store }: Context): number {
  return store.generation();
}
