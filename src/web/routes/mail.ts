import type { Route } from '../http/route.ts';
import { followMailLink, mailLink } from '../pages/mail/link.ts';

const limit = { count: 60, seconds: 60 };

/** Where the links in mails lead. */
export const mailRoutes: readonly Route[] = [
  { method: 'GET', path: '/mail/:token', policy: 'public', page: mailLink, limit },
  { method: 'POST', path: '/mail/:token', policy: 'public', page: followMailLink, fields: ['List-Unsubscribe'], limit },
];
