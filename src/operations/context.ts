import type { Logger } from 'pino';
import type { Actor } from '#domain/account.ts';
import type { Settings } from '#settings';
import type { Store } from '#store/store.ts';
import type { Workers } from '#workers/pool.ts';

/** What every operation gets first: no globals. Made once by main.ts; `actor` is set a request. */
export interface Context {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly workers: Workers;
  readonly log: Logger;
  readonly actor: Actor;
}

export interface Clock {
  now(): Date;
}

export interface Random {
  bytes(count: number): Uint8Array;
}
