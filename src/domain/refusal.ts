/** Not allowed, not found, not now: a few errors with a status and a stable code, turned into a page once, at the edge. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;

  constructor(code: RefusalCode) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.status = REFUSALS[code];
  }
}

/** Each refusal and its HTTP status. The code is also its message key (`refusal.<code>`). */
export const REFUSALS = {
  'bad-request': 400,
  'sign-in-required': 401,
  'not-allowed': 403,
  'forum-closed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  stale: 409,
  withdrawn: 410,
  'too-large': 413,
  'unsupported-media-type': 415,
  'range-refused': 416,
  'too-many': 429,
  'read-only': 503,
  frozen: 503,
  'store-full': 507,
} as const;

export type RefusalCode = keyof typeof REFUSALS;
