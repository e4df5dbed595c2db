import type { Route } from '../http/route.ts';
import { accessPage, makeToken, makeWebhook, removeToken, removeWebhookPage } from '../pages/desk/access.ts';

/** What programs are let in by. */
export const accessRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/access', policy: 'forum.manage', page: accessPage },
  { method: 'POST', path: '/desk/access', policy: 'forum.manage', page: makeToken, fields: ['label', 'kind'] },
  { method: 'POST', path: '/desk/access/:id/remove', policy: 'forum.manage', page: removeToken, fields: [] },
  { method: 'POST', path: '/desk/access/webhooks', policy: 'forum.manage', page: makeWebhook, fields: ['url'] },
  {
    method: 'POST',
    path: '/desk/access/webhooks/:id/remove',
    policy: 'forum.manage',
    page: removeWebhookPage,
    fields: [],
  },
];
