import type { Route } from '../http/route.ts';
import { describeApi } from '../pages/api/description.ts';
import { API_OPERATIONS } from '../pages/api/operations.ts';
import { queueFeed } from '../pages/api/queue-feed.ts';

const limit = { count: 600, seconds: 60 };

/** For programs, and for the feed readers of moderators. */
export const apiRoutes: readonly Route[] = [
  ...API_OPERATIONS.map(({ method, path, policy, page }): Route => ({ method, path, policy, page, api: true, limit })),
  { method: 'GET', path: '/api/v1/openapi.json', policy: 'public', page: describeApi, api: true, limit },
  // The secret in the address is what is checked.
  { method: 'GET', path: '/queue/:token.atom', policy: 'own-session', page: queueFeed, limit },
];
