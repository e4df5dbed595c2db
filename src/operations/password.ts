import { hash, verify } from '@node-rs/argon2';
import type { Mistake } from '#domain/result.ts';

const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 1000;

/** OWASP's first choice for argon2id: 19 MiB, two passes. 2 is argon2id. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of a password nobody knows, with the same cost: checking an unknown name takes as long as checking a known one. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$JfgN0wac/Kym01O67ZEtJA$7/yTStNq8m/LjcFgxq7V62tmNLd7KVW7gz2D8Xczuuo';

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), COST);
}

export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const isRight = await verify(stored ?? NOBODYS, normal(password.slice(0, LONGEST_PASSWORD)));
  return stored !== null && isRight;
}

export function passwordMistakes(
  password: string,
  { name, field = 'password' }: { readonly name: string; readonly field?: string },
): readonly Mistake[] {
  const length = [...normal(password)].length;
  if (length < SHORTEST_PASSWORD)
    return [{ field, key: 'mistake.password-short', values: { count: SHORTEST_PASSWORD } }];
  if (length > LONGEST_PASSWORD) return [{ field, key: 'mistake.password-long', values: { count: LONGEST_PASSWORD } }];
  const same = normal(password).toLowerCase();
  if (new Set(same).size < 3 || same.replace(normal(name).toLowerCase(), '').length < SHORTEST_PASSWORD / 2)
    return [{ field, key: 'mistake.password-easy' }];
  return [];
}

/** The same letters typed on two keyboards are the same password. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
