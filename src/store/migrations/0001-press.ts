import type { Engine } from '../engines/engine.ts';

/** Accounts, texts with their drafts and revisions, and what lists and search are served from. */
export const press = (engine: Engine): readonly string[] => [
  `create table account (
    id text primary key,
    name text not null,
    name_key text not null unique,
    role text not null,
    password text not null,
    created_at text not null,
    disabled_at text
  ) ${engine.tableEnd}`,
  `create table session (
    token_hash text primary key,
    account_id text not null references account (id),
    form_token text not null,
    created_at text not null,
    expires_at text not null
  ) ${engine.tableEnd}`,
  'create index session_account on session (account_id)',
  'create index session_expiry on session (expires_at)',
  `create table invitation (
    token_hash text primary key,
    role text not null,
    created_by text references account (id),
    created_at text not null,
    expires_at text not null
  ) ${engine.tableEnd}`,
  `create table attempt (
    key text primary key,
    failures integer not null,
    last_at text not null,
    blocked_until text
  ) ${engine.tableEnd}`,
  'create index attempt_age on attempt (last_at)',

  `create table text (
    row ${engine.rowNumber},
    id text not null unique,
    slug text unique,
    number integer not null default 0,
    title text,
    authors text,
    first_published_at text,
    withdrawn_at text,
    withdrawn_ground text,
    withdrawn_reason text,
    created_by text references account (id),
    created_at text not null
  ) ${engine.tableEnd}`,
  'create index text_withdrawn on text (withdrawn_at) where withdrawn_at is not null',
  `create table slug (
    slug text primary key,
    text_id text not null references text (id),
    created_at text not null
  ) ${engine.tableEnd}`,
  'create index slug_text on slug (text_id)',
  `create table revision (
    text_id text not null references text (id),
    number integer not null check (number > 0),
    published_at text not null,
    published_by text references account (id),
    words integer not null,
    reason text,
    excerpt text not null,
    metadata text not null,
    contents text not null,
    source text not null,
    body_html text not null,
    plain_text text not null,
    blocks text not null,
    notes text not null,
    primary key (text_id, number)
  ) ${engine.tableEnd}`,
  ...engine.forbidChanges('revision'),
  `create table removed_block (
    text_id text not null references text (id),
    block_id text not null,
    last_number integer not null,
    kind text not null,
    primary key (text_id, block_id)
  ) ${engine.tableEnd}`,

  `create table draft (
    text_id text primary key references text (id),
    version integer not null,
    stage text not null,
    base_number integer not null,
    title text,
    authors text not null,
    created_at text not null,
    updated_by text references account (id),
    updated_at text not null,
    source text not null
  ) ${engine.tableEnd}`,
  'create index draft_stage on draft (stage, updated_at)',
  `create table upload (
    text_id text primary key references text (id),
    file_name text,
    format text not null,
    sha256 text not null,
    created_at text not null,
    corrections text not null,
    bytes ${engine.bytes} not null,
    reading ${engine.bytes}
  ) ${engine.tableEnd}`,

  `create table listing (
    row integer primary key,
    text_id text not null unique references text (id),
    slug text not null unique,
    number integer not null,
    title text not null,
    subtitle text,
    authors text not null,
    translators text not null,
    date text,
    language text,
    translation_of text,
    excerpt text not null,
    words integer not null,
    published_at text not null,
    first_published_at text not null
  ) ${engine.tableEnd}`,
  'create index listing_published on listing (published_at, row)',
  'create index listing_translation on listing (translation_of) where translation_of is not null',
  `create table listing_term (
    kind text not null,
    term text not null,
    row integer not null references listing (row),
    newest_order text not null,
    changed_order text not null,
    title_order text not null,
    written_order text not null,
    primary key (row, kind, term)
  ) ${engine.tableEnd}`,
  'create index listing_term_newest on listing_term (kind, term, newest_order, row)',
  'create index listing_term_changed on listing_term (kind, term, changed_order, row)',
  'create index listing_term_title on listing_term (kind, term, title_order, row)',
  'create index listing_term_written on listing_term (kind, term, written_order, title_order, row)',
  `create table term (
    kind text not null,
    slug text not null,
    name text not null,
    name_order text not null,
    texts integer not null,
    primary key (kind, slug)
  ) ${engine.tableEnd}`,
  'create index term_name on term (kind, name_order, slug)',
  ...engine.searchIndex,

  `create table import_item (
    key text primary key,
    text_id text not null references text (id),
    imported_at text not null
  ) ${engine.tableEnd}`,
  `create table site (
    id integer primary key check (id = 1),
    generation integer not null
  ) ${engine.tableEnd}`,
  'insert into site (id, generation) values (1, 1)',
];
