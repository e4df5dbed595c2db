// The model that triage goes by, read once and kept until somebody, in this process or another, changed it.

import type { Store } from '#store/store.ts';
import { findModel, findModelStamp } from '#store/triage-state.ts';
import { emptyModel, type Model, readModel } from '#triage/model.ts';
import type { Context } from './context.ts';

interface Kept {
  readonly stamp: string | null;
  readonly model: Model;
}

const kept = new WeakMap<Store, Kept>();

/** Not to be changed by whoever gets it. One that cannot be read any more counts as empty: triage begins anew. */
export async function currentModel({ store }: Context, db = store.reader): Promise<Model> {
  const stamp = await findModelStamp(db);
  const known = kept.get(store);
  if (known && known.stamp === stamp) return known.model;
  const stored = stamp === null ? null : await findModel(db);
  const model = (stored && readModel(stored.bytes)) ?? emptyModel();
  kept.set(store, { stamp, model });
  return model;
}
