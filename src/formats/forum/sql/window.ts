// The part of a long text that is being looked at: it moves on, and what was passed is forgotten.

export interface TextWindow {
  /** What is there now; `at` is the place in it. Both change when more is fetched. */
  readonly text: string;
  readonly at: number;
  /** Of `at`, from 1. */
  readonly line: number;
  moveTo(at: number): void;
  /** Adds the next chunk and drops what stands before `at`; false at the end. */
  fetch(): boolean;
}

export function createTextWindow(chunks: Iterable<string>): TextWindow {
  const source = chunks[Symbol.iterator]();
  let [text, at, line] = ['', 0, 1];
  return {
    get text() {
      return text;
    },
    get at() {
      return at;
    },
    get line() {
      return line;
    },
    moveTo: (to) => {
      for (let found = text.indexOf('\n', at); found >= 0 && found < to; found = text.indexOf('\n', found + 1))
        line += 1;
      at = to;
    },
    fetch: () => {
      const { value, done } = source.next();
      if (done) return false;
      text = text.slice(at) + value;
      at = 0;
      return true;
    },
  };
}
