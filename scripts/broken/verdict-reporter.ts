// Tells one line of JSON a test: how it ended, and if it failed, whether something that was asserted did not hold.
import type { TestEvent } from 'node:test/reporters';

export interface Verdict {
  readonly name: string;
  readonly end: 'passed' | 'skipped' | FailureKind;
  /** The first lines of what it failed with. */
  readonly said: string;
}

/** `refusal`: the program or the database itself refused. `crash` says nothing about what was broken. */
export type FailureKind = 'assertion' | 'refusal' | 'crash';

export default async function* verdicts(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const failure = 'error' in data.details ? (data.details.error as Failure) : null;
    const end = failure ? kindOf(failure) : data.skip !== undefined ? 'skipped' : 'passed';
    const verdict: Verdict = { name: data.name, end, said: failure ? firstLines(failure) : '' };
    yield `${JSON.stringify(verdict)}\n`;
  }
}

interface Failure {
  readonly failureType?: string;
  readonly message?: string;
  readonly cause?: Cause | string;
}

interface Cause {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  /** What was thrown within a property, for one. */
  readonly cause?: Cause;
}

function kindOf({ failureType, cause }: Failure): FailureKind {
  if (failureType !== 'testCodeFailure' || typeof cause !== 'object') return 'crash';
  if (cause.code === 'ERR_ASSERTION' || cause.cause?.code === 'ERR_ASSERTION') return 'assertion';
  return cause.name === 'Refusal' || cause.code?.startsWith('SQLITE_CONSTRAINT') ? 'refusal' : 'crash';
}

/** An assertion’s first line may say only that something differs: the next ones say what. */
function firstLines({ cause, message }: Failure): string {
  const said = (typeof cause === 'object' ? cause.message : cause) ?? message ?? '';
  const name = typeof cause === 'object' && cause.code !== 'ERR_ASSERTION' ? `${cause.name ?? 'Error'}: ` : '';
  const lines = `${name}${said}`.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && line !== '+ actual - expected')
    .slice(0, 6)
    .join(' ');
}
