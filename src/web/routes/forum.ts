import type { Route } from '../http/route.ts';
import { siteForumFeed, textForumFeed } from '../pages/forum/feed.ts';
import { contribution, forum, shelf } from '../pages/forum/forum.ts';
import { privacy } from '../pages/forum/privacy.ts';
import { changeLetters, changeWords, eraseOwn, receipt, receiptFile, withdrawOwn } from '../pages/forum/receipt.ts';
import { register } from '../pages/forum/register.ts';
import { PREVIEW_FIELDS, previewTyped, SEND_FIELDS, sendTyped } from '../pages/forum/send.ts';

const OFTEN = { count: 120, seconds: 60 };

/** The forum as readers and contributors see it. */
export const forumRoutes: readonly Route[] = [
  { method: 'GET', path: '/:slug/forum', policy: 'public', page: forum, limit: OFTEN },
  {
    method: 'POST',
    path: '/:slug/forum/preview',
    policy: 'public',
    page: previewTyped,
    fields: PREVIEW_FIELDS,
    shielded: true,
    changesNothing: true,
  },
  {
    method: 'POST',
    path: '/:slug/forum/send',
    policy: 'public',
    page: sendTyped,
    fields: SEND_FIELDS,
    shielded: true,
  },
  { method: 'GET', path: '/:slug/forum/feed.atom', policy: 'public', page: textForumFeed },
  { method: 'GET', path: '/:slug/forum/shelf', policy: 'public', page: shelf, limit: OFTEN },
  { method: 'GET', path: '/:slug/forum/:id', policy: 'public', page: contribution, limit: OFTEN },
  { method: 'GET', path: '/forum.atom', policy: 'public', page: siteForumFeed },
  { method: 'GET', path: '/receipt/:token', policy: 'public', page: receipt, limit: OFTEN },
  { method: 'GET', path: '/receipt/:token/contribution.json', policy: 'public', page: receiptFile, limit: OFTEN },
  ...(
    [
      ['edit', changeWords, ['name', 'subject', 'body', 'hash']],
      ['withdraw', withdrawOwn, []],
      ['erase', eraseOwn, ['sure']],
      ['notify', changeLetters, ['notify', 'email']],
    ] as const
  ).map(
    ([act, page, fields]): Route => ({
      method: 'POST',
      path: `/receipt/:token/${act}`,
      policy: 'public',
      page,
      fields,
      shielded: true,
    }),
  ),
  { method: 'GET', path: '/record/forum', policy: 'public', page: register },
  { method: 'GET', path: '/privacy', policy: 'public', page: privacy },
];
