import type { Route } from '../http/route.ts';
import { queuePage } from '../pages/desk/queue.ts';
import { eraseInQueue, withdrawInQueue } from '../pages/desk/queue-acts.ts';
import {
  decideInQueue,
  leaseInQueue,
  QUEUE_FIELDS,
  selectionInQueue,
  undoInQueue,
} from '../pages/desk/queue-decide.ts';
import { queueItemPage } from '../pages/desk/queue-item.ts';
import { signedOutPage } from '../pages/desk/sign-in.ts';

const signedOut = signedOutPage;

/** The moderators' side of the forum. */
export const queueRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/queue', policy: 'queue.read', page: queuePage },
  { method: 'GET', path: '/desk/queue/:id', policy: 'queue.read', page: queueItemPage },
  { method: 'GET', path: '/desk/queue/batch/:batch', policy: 'queue.read', page: selectionInQueue },
  {
    method: 'POST',
    path: '/desk/queue/decide',
    policy: 'contribution.decide',
    page: decideInQueue,
    fields: QUEUE_FIELDS,
    signedOut,
  },
  {
    method: 'POST',
    path: '/desk/queue/undo',
    policy: 'contribution.decide',
    page: undoInQueue,
    fields: ['batch', 'back'],
  },
  { method: 'POST', path: '/desk/queue/lease', policy: 'queue.read', page: leaseInQueue, fields: ['id'] },
  {
    method: 'POST',
    path: '/desk/queue/:id/withdraw',
    policy: 'contribution.decide',
    page: withdrawInQueue,
    fields: ['why'],
    signedOut,
  },
  {
    method: 'POST',
    path: '/desk/queue/:id/erase',
    policy: 'contribution.erase',
    page: eraseInQueue,
    fields: ['ground'],
  },
];
