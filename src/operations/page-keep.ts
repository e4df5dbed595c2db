import type { PressedPage } from '#store/pressed-pages.ts';
import type { Context } from './context.ts';

/** Pages already rendered and compressed: public by nature, since only public pages are pressed. */
export async function findPressedPage(
  { store }: Context,
  { path }: { readonly path: string },
): Promise<PressedPage | null> {
  return store.pressed.find(path);
}

export async function keepPage({ store }: Context, page: PressedPage): Promise<void> {
  store.pressed.keep(page);
}
