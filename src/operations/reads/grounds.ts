import type { RefusalGround } from '#domain/ground.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { knownGrounds } from '../known-grounds.ts';

/** What a refusal can be grounded on, in the order of the list. */
export function listGrounds(context: Context): Promise<readonly RefusalGround[]> {
  authorise(context, 'queue.read');
  return knownGrounds(context);
}
