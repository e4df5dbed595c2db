// What a program asked, read once into typed values; what is not as described is refused whole.
import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { resolveSlug } from '#operations/reads/published.ts';
import type { Visit } from '../../http/route.ts';

const MOST = 100;
const USUAL = 20;

/** Refuses a parameter that is unknown, or there twice. */
export function checkQuery({ query }: Visit, names: readonly string[]): void {
  for (const name of query.keys()) {
    if (!names.includes(name) || query.getAll(name).length > 1) throw new Refusal('bad-request');
  }
}

export function limitIn({ query }: Visit): number {
  const written = query.get('limit') ?? String(USUAL);
  const limit = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  if (limit < 1 || limit > MOST) throw new Refusal('bad-request');
  return limit;
}

export function oneOf<T extends string>({ query }: Visit, name: string, allowed: readonly [T, ...T[]]): T {
  const written = query.get(name);
  if (written === null) return allowed[0];
  const found = allowed.find((one) => one === written);
  if (found === undefined) throw new Refusal('bad-request');
  return found;
}

/** The text asked for; null when none was. */
export async function textIn({ context, query }: Visit): Promise<TextId | null> {
  const slug = query.get('text');
  if (slug === null) return null;
  const found = await resolveSlug(context, { slug });
  if (found?.kind !== 'current') throw new Refusal('not-found');
  return found.textId;
}

/** The members of a JSON object, and no others. */
export function membersOf(json: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  if (!isObject || Object.keys(json).some((name) => !names.includes(name))) throw new Refusal('bad-request');
  return json as Readonly<Record<string, unknown>>;
}

export function stringIn(value: unknown): string {
  if (typeof value !== 'string') throw new Refusal('bad-request');
  return value;
}
