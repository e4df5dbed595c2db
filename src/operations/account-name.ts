import type { Mistake } from '#domain/result.ts';

const LONGEST_NAME = 60;

export function nameMistakes(name: string): readonly Mistake[] {
  if (name.trim() === '') return [{ field: 'name', key: 'mistake.name-missing' }];
  if ([...name].length > LONGEST_NAME)
    return [{ field: 'name', key: 'mistake.name-long', values: { count: LONGEST_NAME } }];
  // Line ends, tabs and marks that turn the reading direction have no place in a name.
  if (/[\p{Cc}\p{Cf}]/u.test(name)) return [{ field: 'name', key: 'mistake.name-characters' }];
  return [];
}
