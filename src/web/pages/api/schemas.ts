// What the programming interface takes and gives, as JSON Schema (draft 2020-12). A test holds every answer to it.
import { LONGEST } from '#domain/contribution.ts';

type Schema = Readonly<Record<string, unknown>>;

const ID: Schema = { type: 'string', pattern: '^[\\w-]{22}$' };
const HASH: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const MOMENT: Schema = { type: 'string', format: 'date-time' };
const CURSOR: Schema = { type: ['string', 'null'] };
const LINE_OR_NONE: Schema = { type: ['string', 'null'] };
const COUNT: Schema = { type: 'integer', minimum: 0 };

/** Every property is required and no other comes, unless said otherwise. */
function object(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const list = (items: Schema): Schema => ({ type: 'array', items });
const referTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const WORDS = { name: { type: 'string' }, subject: LINE_OR_NONE } as const;

export const API_SCHEMAS = {
  Contribution: object({
    id: ID,
    url: { type: 'string', format: 'uri' },
    text: object({ slug: { type: 'string' }, title: LINE_OR_NONE }),
    thread: ID,
    answers: { type: ['string', 'null'] },
    paragraph: LINE_OR_NONE,
    quote: LINE_OR_NONE,
    ...WORDS,
    body: { type: 'string' },
    html: { type: 'string' },
    receivedAt: MOMENT,
    validatedAt: MOMENT,
    revision: COUNT,
    forTheSite: { type: 'boolean' },
  }),
  ContributionList: object({ contributions: list(referTo('Contribution')), before: CURSOR }),
  QueueItem: object({
    id: ID,
    hash: HASH,
    revision: COUNT,
    state: { type: 'string' },
    lane: LINE_OR_NONE,
    text: object({ slug: LINE_OR_NONE, title: LINE_OR_NONE }),
    paragraph: LINE_OR_NONE,
    quote: LINE_OR_NONE,
    answers: { type: ['string', 'null'] },
    ...WORDS,
    body: { type: 'string' },
    html: { type: 'string' },
    score: { type: 'number', minimum: 0, maximum: 1 },
    signals: list(object({ code: { type: 'string' }, weight: { type: 'number' }, values: { type: 'object' } })),
    receivedAt: MOMENT,
  }),
  Queue: object({ items: list(referTo('QueueItem')), before: CURSOR, waiting: object({ main: COUNT, spam: COUNT }) }),
  Decision: object(
    {
      items: { type: 'array', items: object({ id: ID, hash: HASH }), minItems: 1, maxItems: 500 },
      decision: { enum: ['validate', 'refuse', 'spam'] },
      ground: { type: 'string', maxLength: 60 },
      reason: { type: ['string', 'null'], maxLength: LONGEST.reason },
      reply: { type: ['string', 'null'], maxLength: LONGEST.body },
    },
    ['ground', 'reason', 'reply'],
  ),
  Decided: object({
    batch: { type: 'string' },
    decided: COUNT,
    stale: list(object({ id: ID, hash: LINE_OR_NONE })),
    inForceAt: MOMENT,
  }),
  Undo: object({ batch: { type: 'string' } }),
  Undone: object({ undone: COUNT }),
  Problem: object(
    {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string' },
      mistakes: list(object({ field: LINE_OR_NONE, message: { type: 'string' } })),
      reference: { type: 'string' },
    },
    ['mistakes', 'reference'],
  ),
} as const satisfies Readonly<Record<string, Schema>>;

export type SchemaName = keyof typeof API_SCHEMAS;
