import type { MessageKey } from '#locale/translate.ts';

/** What the program ends with, after sysexits.h: a script can tell what to do next. */
export const EXIT_CODES = {
  done: { code: 0, about: 'exit.done' },
  findings: { code: 1, about: 'exit.findings' },
  usage: { code: 64, about: 'exit.usage' },
  data: { code: 65, about: 'exit.data' },
  'no-input': { code: 66, about: 'exit.no-input' },
  unavailable: { code: 69, about: 'exit.unavailable' },
  bug: { code: 70, about: 'exit.bug' },
  'cannot-create': { code: 73, about: 'exit.cannot-create' },
  'input-output': { code: 74, about: 'exit.input-output' },
  'no-permission': { code: 77, about: 'exit.no-permission' },
  configuration: { code: 78, about: 'exit.configuration' },
  interrupted: { code: 130, about: 'exit.interrupted' },
} as const satisfies Record<string, { readonly code: number; readonly about: MessageKey }>;

export type ExitName = keyof typeof EXIT_CODES;
