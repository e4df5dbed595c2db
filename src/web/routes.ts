import type { Route } from './http/route.ts';
import { accessRoutes } from './routes/access.ts';
import { apiRoutes } from './routes/api.ts';
import { deskRoutes } from './routes/desk.ts';
import { forumRoutes } from './routes/forum.ts';
import { forumDeskRoutes } from './routes/forum-desk.ts';
import { mailRoutes } from './routes/mail.ts';
import { publicRoutes } from './routes/public.ts';
import { queueRoutes } from './routes/queue.ts';
import { recordRoutes } from './routes/record.ts';

/** Every address a person can ask for. Names in a path win over parameters, whatever the order here. */
export const routes: readonly Route[] = [
  ...publicRoutes,
  ...recordRoutes,
  ...forumRoutes,
  ...mailRoutes,
  ...accessRoutes,
  ...apiRoutes,
  ...deskRoutes,
  ...queueRoutes,
  ...forumDeskRoutes,
];
