import type { Engine } from '../engines/engine.ts';

/** What readers report: a waiting list that no public page can reach, and the daily keys under which addresses are counted. */
export const misprints = (engine: Engine): readonly string[] => [
  `create table misprint (
    id text primary key,
    text_id text not null references text (id),
    number integer not null,
    block_id text,
    words text not null,
    instead text not null,
    name text,
    state text not null,
    ticket text not null unique,
    day text not null,
    mark text,
    created_at text not null,
    decided_by text references account (id),
    decided_at text
  ) ${engine.tableEnd}`,
  'create index misprint_state on misprint (state, created_at, id)',
  'create index misprint_day on misprint (day, mark)',
  `create table misprint_key (
    day text primary key,
    key ${engine.bytes} not null
  ) ${engine.tableEnd}`,
];
