import type { Route } from '../http/route.ts';

export const publicRoutes: readonly Route[] = [];
