import type { Route } from '../http/route.ts';
import { MANIFEST_FILES, manifestFile, revisionProof, textById } from '../pages/record/files.ts';
import { logCheckpoint, logDescription, logTile } from '../pages/record/log.ts';
import { recordFeed, recordOverview } from '../pages/record/record.ts';
import { verifyRevision } from '../pages/record/verify.ts';

/** The record: as programs check it, and as people read it. */
export const recordRoutes: readonly Route[] = [
  { method: 'GET', path: '/record', policy: 'public', page: recordOverview },
  { method: 'GET', path: '/record.atom', policy: 'public', page: recordFeed },
  { method: 'GET', path: '/log/checkpoint', policy: 'public', page: logCheckpoint },
  { method: 'GET', path: '/log/tile/*', policy: 'public', page: logTile },
  { method: 'GET', path: '/log/:log/checkpoint', policy: 'public', page: logCheckpoint },
  { method: 'GET', path: '/log/:log/tile/*', policy: 'public', page: logTile },
  { method: 'GET', path: '/.well-known/stet-log', policy: 'public', page: logDescription },
  { method: 'GET', path: '/text/:id', policy: 'public', page: textById },
  { method: 'GET', path: '/text/:id/*', policy: 'public', page: textById },
  { method: 'GET', path: '/:slug/:number.tlog-proof', policy: 'public', page: revisionProof },
  { method: 'GET', path: '/:slug/:number/verify', policy: 'public', page: verifyRevision },
  ...MANIFEST_FILES.map(
    (name): Route => ({ method: 'GET', path: `/:slug/:number/${name}`, policy: 'public', page: manifestFile(name) }),
  ),
];
