import type { CommandRow } from './command.ts';

/** Every command. The help and docs/reference/commands.md are made from this table. */
export const COMMANDS: readonly CommandRow[] = [
  { name: 'serve', summary: 'cli.serve.summary', load: () => import('./serve.ts') },
  { name: 'read', summary: 'cli.read.summary', load: () => import('./read.ts') },
  { name: 'proof', summary: 'cli.proof.summary', load: () => import('./proof.ts') },
  { name: 'import', summary: 'cli.import.summary', load: () => import('./import.ts') },
  { name: 'verify', summary: 'cli.verify.summary', load: () => import('./verify.ts') },
  { name: 'backup', summary: 'cli.backup.summary', load: () => import('./backup.ts') },
  { name: 'restore', summary: 'cli.restore.summary', load: () => import('./restore.ts') },
  { name: 'mirror', summary: 'cli.mirror.summary', load: () => import('./mirror.ts') },
  { name: 'key rotate', summary: 'cli.key-rotate.summary', load: () => import('./key-rotate.ts') },
  { name: 'triage evaluate', summary: 'cli.triage.summary', load: () => import('./triage-evaluate.ts') },
  { name: 'record continue', summary: 'cli.record-continue.summary', load: () => import('./record-continue.ts') },
  { name: 'forum import', summary: 'cli.forum-import.summary', load: () => import('./forum-import.ts') },
  { name: 'forum export', summary: 'cli.forum-export.summary', load: () => import('./forum-export.ts') },
  { name: 'user add', summary: 'cli.user-add.summary', load: () => import('./user-add.ts') },
  { name: 'user list', summary: 'cli.user-list.summary', load: () => import('./user-list.ts') },
];
