import type { Engine } from '../engines/engine.ts';

/** What editors answered to proofing, what they changed by it, and what the site lets stand. A draft never published takes its answers with it. */
export const proofing = (engine: Engine): readonly string[] => [
  `create table stet_answer (
    id text primary key,
    text_id text not null references text (id) on delete cascade,
    rule text not null,
    words text not null,
    context text not null,
    excerpt text not null,
    created_by text references account (id),
    created_at text not null,
    unique (text_id, rule, words, context)
  ) ${engine.tableEnd}`,
  `create table draft_change (
    id text primary key,
    text_id text not null references text (id) on delete cascade,
    base_number integer not null,
    version integer not null,
    rule text not null,
    words text not null,
    instead text not null,
    places text not null,
    credit text,
    created_by text references account (id),
    created_at text not null
  ) ${engine.tableEnd}`,
  'create index draft_change_text on draft_change (text_id, base_number, version)',
  `create table proof_switch (
    text_id text not null,
    rule text not null,
    created_by text references account (id),
    created_at text not null,
    primary key (text_id, rule)
  ) ${engine.tableEnd}`,
  `create table lexicon_word (
    word text primary key,
    created_by text references account (id),
    created_at text not null
  ) ${engine.tableEnd}`,
  `create table proof_count (
    text_id text not null references text (id) on delete cascade,
    rule text not null,
    findings integer not null,
    primary key (text_id, rule)
  ) ${engine.tableEnd}`,
];
