/** Work that a thread could not finish. The caller decides what a person is told; `cause` is for the log. */
export class WorkFailure extends Error {
  readonly code: WorkFailureCode;

  constructor(code: WorkFailureCode, task: string, cause?: unknown) {
    super(`${task}: ${code}`, { cause });
    this.name = 'WorkFailure';
    this.code = code;
  }
}

/** too-long: over its time. too-big: over its memory. failed: a bug in the task. closed: the program is stopping. */
export type WorkFailureCode = 'too-long' | 'too-big' | 'failed' | 'closed';
