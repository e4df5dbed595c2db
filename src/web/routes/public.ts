import type { Route } from '../http/route.ts';
import { colophon } from '../pages/library/colophon.ts';
import { siteFeed, termFeed } from '../pages/library/feed.ts';
import { openSearch, robots, sitemap } from '../pages/library/for-robots.ts';
import { home } from '../pages/library/home.ts';
import { search } from '../pages/library/search.ts';
import { termTexts } from '../pages/library/term.ts';
import { termIndex } from '../pages/library/term-index.ts';
import { currentArticle, revisionArticle } from '../pages/text/article.ts';
import { citeText } from '../pages/text/cite.ts';
import { compare } from '../pages/text/compare.ts';
import { textFile, timeMapFile } from '../pages/text/files.ts';
import { history } from '../pages/text/history.ts';
import { misprintForm, sendMisprint } from '../pages/text/misprint.ts';
import { WAYS } from '../views/ways.ts';

const OFTEN = { count: 60, seconds: 60 };

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: '/', policy: 'public', page: home },
  ...WAYS.flatMap((way): Route[] => [
    { method: 'GET', path: `/${way.folder}`, policy: 'public', page: termIndex(way) },
    { method: 'GET', path: `/${way.folder}/:name`, policy: 'public', page: termTexts(way) },
    { method: 'GET', path: `/${way.folder}/:name/feed.atom`, policy: 'public', page: termFeed(way) },
  ]),
  { method: 'GET', path: '/search', policy: 'public', page: search, limit: OFTEN },
  { method: 'GET', path: '/feed.atom', policy: 'public', page: siteFeed },
  { method: 'GET', path: '/sitemap.xml', policy: 'public', page: sitemap },
  { method: 'GET', path: '/robots.txt', policy: 'public', page: robots },
  { method: 'GET', path: '/opensearch.xml', policy: 'public', page: openSearch },
  { method: 'GET', path: '/colophon', policy: 'public', page: colophon },
  { method: 'GET', path: '/:slug', policy: 'public', page: currentArticle },
  { method: 'GET', path: '/:slug.md', policy: 'public', page: textFile('md') },
  { method: 'GET', path: '/:slug.txt', policy: 'public', page: textFile('txt') },
  { method: 'GET', path: '/:slug.json', policy: 'public', page: textFile('json') },
  { method: 'GET', path: '/:slug/history', policy: 'public', page: history },
  { method: 'GET', path: '/:slug/cite', policy: 'public', page: citeText },
  { method: 'GET', path: '/:slug/misprint', policy: 'public', page: misprintForm, limit: OFTEN },
  {
    method: 'POST',
    path: '/:slug/misprint',
    policy: 'public',
    page: sendMisprint,
    fields: ['paragraph', 'words', 'instead', 'name', 'website', 'ticket'],
    limit: OFTEN,
  },
  { method: 'GET', path: '/:slug/timemap', policy: 'public', page: timeMapFile },
  { method: 'GET', path: '/:slug/compare/:range', policy: 'public', page: compare, limit: OFTEN },
  { method: 'GET', path: '/:slug/:number', policy: 'public', page: revisionArticle },
  { method: 'GET', path: '/:slug/:number.md', policy: 'public', page: textFile('md') },
  { method: 'GET', path: '/:slug/:number.txt', policy: 'public', page: textFile('txt') },
  { method: 'GET', path: '/:slug/:number.json', policy: 'public', page: textFile('json') },
];
