import type { Route } from '../http/route.ts';
import {
  changeSiteMode,
  changeTextMode,
  forgetTriage,
  forumSettingsPage,
  GROUND_FIELDS,
  saveGrounds,
  saveLists,
} from '../pages/desk/forum-settings.ts';
import { addRemarkPage, remarksPage } from '../pages/desk/remarks.ts';
import { signedOutPage } from '../pages/desk/sign-in.ts';

const signedOut = signedOutPage;

/** How the forum is kept, and what editors say among themselves. */
export const forumDeskRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/forum', policy: 'forum.manage', page: forumSettingsPage },
  {
    method: 'POST',
    path: '/desk/forum/mode',
    policy: 'forum.manage',
    page: changeSiteMode,
    fields: ['mode', 'scope'],
  },
  {
    method: 'POST',
    path: '/desk/forum/grounds',
    policy: 'forum.manage',
    page: saveGrounds,
    fields: GROUND_FIELDS,
    signedOut,
  },
  {
    method: 'POST',
    path: '/desk/forum/lists',
    policy: 'forum.manage',
    page: saveLists,
    fields: ['blocked', 'allowed'],
    signedOut,
  },
  { method: 'POST', path: '/desk/forum/triage/reset', policy: 'forum.manage', page: forgetTriage, fields: [] },
  { method: 'POST', path: '/desk/texts/:id/forum', policy: 'forum.manage', page: changeTextMode, fields: ['mode'] },
  { method: 'GET', path: '/desk/texts/:id/remarks', policy: 'forum.remark', page: remarksPage },
  {
    method: 'POST',
    path: '/desk/texts/:id/remarks',
    policy: 'forum.remark',
    page: addRemarkPage,
    fields: ['body'],
    signedOut,
  },
];
