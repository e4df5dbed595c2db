import type { Engine } from '../engines/engine.ts';

/** The record: leaves, the hashes over them, signed heads. No revision comes in, and no text goes or returns, without its leaf. */
export const record = (engine: Engine): readonly string[] => [
  `create table log (
    number integer primary key,
    origin text not null,
    verifier_key text not null,
    started_at text not null
  ) ${engine.tableEnd}`,
  `create table leaf (
    log integer not null references log (number),
    "index" integer not null check ("index" >= 0),
    kind text not null,
    at text not null,
    text_id text,
    revision integer,
    hash ${engine.bytes} not null,
    bytes ${engine.bytes} not null,
    primary key (log, "index")
  ) ${engine.tableEnd}`,
  'create index leaf_text on leaf (text_id, log, "index", kind, revision) where text_id is not null',
  `create index leaf_rotation on leaf (log, "index") where kind = 'key.rotate'`,
  `create table tree_node (
    log integer not null,
    level integer not null check (level > 0),
    "index" integer not null,
    hash ${engine.bytes} not null,
    primary key (log, level, "index")
  ) ${engine.tableEnd}`,
  `create table checkpoint (
    log integer not null references log (number),
    size integer not null,
    root ${engine.bytes} not null,
    note text not null,
    signed_at text not null,
    primary key (log, size)
  ) ${engine.tableEnd}`,
  `create table leaf_count (
    log integer not null,
    month text not null,
    kind text not null,
    detail text not null,
    leaves integer not null,
    primary key (log, month, kind, detail)
  ) ${engine.tableEnd}`,
  ...['log', 'leaf', 'checkpoint'].flatMap((table) => engine.forbidChanges(table)),
  'alter table revision add column manifest text',
  // Only those from before this migration: nothing else can be without.
  'create index revision_unrecorded on revision (published_at, text_id, number) where manifest is null',
  engine.forbidUnless({
    name: 'revision_never_unrecorded',
    event: 'insert on revision',
    condition: `new.manifest is not null and exists (
      select 1 from leaf where text_id = new.text_id and log = (select max(number) from log)
        and kind = 'revision.publish' and revision = new.number)`,
    message: 'revision: nothing is published without its leaf in the record',
  }),
  engine.forbidUnless({
    name: 'text_never_unrecorded',
    event: 'update of withdrawn_at on text',
    condition: `new.withdrawn_at is old.withdrawn_at or
      (case when new.withdrawn_at is null then 'revision.publish' else 'revision.withdraw' end) is (
        select kind from leaf where text_id = new.id and log = (select max(number) from log) order by "index" desc limit 1)`,
    message: 'text: nothing is withdrawn or restored without its leaf in the record',
  }),
];
