// The programming interface as a table: its routes are made from it, and so is its description.
import type { MessageKey } from '#locale/translate.ts';
import type { PolicyName } from '#policies/policies.ts';
import type { Page } from '../../http/route.ts';
import { listContributions, readContribution } from './contributions.ts';
import { decide, undo } from './decisions.ts';
import { listWaiting, readWaiting } from './queue.ts';
import type { SchemaName } from './schemas.ts';

export interface ApiOperation {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** As routes write it; `:id` stands for what is looked for. */
  readonly path: string;
  readonly policy: PolicyName;
  readonly page: Page;
  readonly about: MessageKey;
  readonly query: readonly Parameter[];
  readonly asked?: SchemaName;
  readonly answered: SchemaName;
  readonly failures: readonly (400 | 404 | 409 | 422)[];
}

export interface Parameter {
  readonly name: 'text' | 'before' | 'limit' | 'lane' | 'order' | 'query';
  readonly schema: Readonly<Record<string, unknown>>;
}

const TEXT: Parameter = { name: 'text', schema: { type: 'string' } };
const BEFORE: Parameter = { name: 'before', schema: { type: 'string' } };
const LIMIT: Parameter = { name: 'limit', schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } };

export const API_OPERATIONS: readonly ApiOperation[] = [
  {
    id: 'listContributions',
    method: 'GET',
    path: '/api/v1/contributions',
    policy: 'public',
    page: listContributions,
    about: 'api.contributions',
    query: [TEXT, BEFORE, LIMIT],
    answered: 'ContributionList',
    failures: [400, 404],
  },
  {
    id: 'readContribution',
    method: 'GET',
    path: '/api/v1/contributions/:id',
    policy: 'public',
    page: readContribution,
    about: 'api.contribution',
    query: [],
    answered: 'Contribution',
    failures: [404],
  },
  {
    id: 'listQueue',
    method: 'GET',
    path: '/api/v1/queue',
    policy: 'queue.read',
    page: listWaiting,
    about: 'api.queue',
    query: [
      TEXT,
      BEFORE,
      LIMIT,
      { name: 'lane', schema: { enum: ['main', 'spam'], default: 'main' } },
      { name: 'order', schema: { enum: ['oldest', 'newest', 'score'], default: 'oldest' } },
      { name: 'query', schema: { type: 'string' } },
    ],
    answered: 'Queue',
    failures: [400, 404],
  },
  {
    id: 'readQueueItem',
    method: 'GET',
    path: '/api/v1/queue/:id',
    policy: 'queue.read',
    page: readWaiting,
    about: 'api.queue-item',
    query: [],
    answered: 'QueueItem',
    failures: [404],
  },
  {
    id: 'decide',
    method: 'POST',
    path: '/api/v1/decisions',
    policy: 'contribution.decide',
    page: decide,
    about: 'api.decide',
    query: [],
    asked: 'Decision',
    answered: 'Decided',
    failures: [400, 409, 422],
  },
  {
    id: 'undo',
    method: 'POST',
    path: '/api/v1/decisions/undo',
    policy: 'contribution.decide',
    page: undo,
    about: 'api.undo',
    query: [],
    asked: 'Undo',
    answered: 'Undone',
    failures: [400],
  },
];
