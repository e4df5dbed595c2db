// How much of each storage test is done: seconds of it in `npm test`, the table's figures in `npm run test:storage`, more with --long.
const run = process.env.STORAGE_RUN ?? 'suite';

export const isSuite = run === 'suite';

export function times({ suite, alone, long }: Readonly<Record<'suite' | 'alone' | 'long', number>>): number {
  return run === 'long' ? long : run === 'alone' ? alone : suite;
}
