import type { Route } from '../http/route.ts';

export const deskRoutes: readonly Route[] = [];
