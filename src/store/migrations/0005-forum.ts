import type { Engine } from '../engines/engine.ts';

/**
 * The forum. What anybody reads comes from `shown_contribution` alone, which takes nothing but the words of a validated revision.
 * A state never changes without its entry in the log of decisions, which nothing changes or deletes and which refers to nobody.
 */
export const forum = (engine: Engine): readonly string[] => [
  `alter table site add column forum_mode text not null default 'before'`,
  // A text without a row here follows the site.
  `create table forum (
    text_id text primary key references text (id),
    mode text not null
  ) ${engine.tableEnd}`,

  `create table contribution (
    row ${engine.rowNumber},
    id text not null unique,
    text_id text not null references text (id),
    number integer not null,
    block_id text,
    quote text,
    parent_id text,
    thread_id text not null,
    state text not null,
    -- null: waits for nobody; else main, spam, unconfirmed
    lane text,
    revision integer not null,
    shown_revision integer,
    score real not null,
    group_key text,
    sender text,
    day text not null,
    email text,
    email_confirmed_at text,
    notify integer not null default 0,
    receipt_hash text unique,
    ticket text unique,
    leaf integer not null,
    log integer not null,
    received_at text not null,
    changed_at text not null,
    leased_by text,
    leased_until text
  ) ${engine.tableEnd}`,
  'create index contribution_lane on contribution (lane, row) where lane is not null',
  'create index contribution_lane_text on contribution (lane, text_id, row) where lane is not null',
  'create index contribution_lane_sender on contribution (lane, sender, row) where lane is not null',
  'create index contribution_lane_group on contribution (lane, group_key, row) where lane is not null',
  'create index contribution_lane_score on contribution (lane, score, row) where lane is not null',
  'create index contribution_state on contribution (state, changed_at, row)',
  'create index contribution_text on contribution (text_id, row)',
  // Only of the last thirty days: afterwards the mark is gone.
  'create index contribution_day on contribution (day, sender) where sender is not null',
  // Addresses that are to be forgotten are found without passing those that stay.
  'create index contribution_unconfirmed on contribution (received_at) where email is not null and email_confirmed_at is null',
  'create index contribution_unwanted on contribution (changed_at) where email is not null and notify = 0',
  'create index contribution_group on contribution (group_key, row) where group_key is not null',
  `create table contribution_revision (
    contribution_id text not null references contribution (id),
    revision integer not null check (revision > 0),
    name text not null,
    subject text,
    body text not null,
    -- SHA-256 of the payload, in hex: what a decision names
    hash text not null,
    leaf integer not null,
    signals text not null,
    received_at text not null,
    primary key (contribution_id, revision)
  ) ${engine.tableEnd}`,
  `create table contribution_key (
    contribution_id text primary key references contribution (id),
    key ${engine.bytes} not null
  ) ${engine.tableEnd}`,

  // No reference to account or contribution: it outlives both. The words of a reason are apart, since they may be erased.
  `create table decision (
    id ${engine.rowNumber},
    contribution_id text not null,
    revision integer not null,
    decision text not null,
    ground text not null,
    decided_by text,
    batch text not null,
    -- from receiving to deciding; null where nobody read it: by mode, by import, by its sender
    waited_seconds integer,
    leaf integer not null,
    log integer not null,
    at text not null
  ) ${engine.tableEnd}`,
  'create index decision_contribution on decision (contribution_id, id)',
  'create index decision_batch on decision (batch)',
  'create index decision_at on decision (at)',
  // The median wait of a month is the middle entry of a part of this index.
  'create index decision_wait on decision (substr(at, 1, 7), waited_seconds) where waited_seconds is not null',
  'create index decision_wait_of_all on decision (waited_seconds) where waited_seconds is not null',
  // What the register shows, counted as it happens.
  `create table decision_count (
    month text not null,
    decision text not null,
    ground text not null,
    decisions integer not null,
    primary key (month, decision, ground)
  ) ${engine.tableEnd}`,
  ...engine.forbidChanges('decision'),
  `create table decision_reason (
    decision_id integer primary key references decision (id),
    reason text not null
  ) ${engine.tableEnd}`,
  // Taken, not yet in force: undone by deleting it.
  `create table pending_decision (
    contribution_id text primary key references contribution (id),
    revision integer not null,
    hash text not null,
    decision text not null,
    ground text not null,
    reason text,
    reply text,
    lane text,
    decided_by text,
    batch text not null,
    decided_at text not null,
    in_force_at text not null
  ) ${engine.tableEnd}`,
  'create index pending_decision_due on pending_decision (in_force_at)',
  'create index pending_decision_batch on pending_decision (batch)',
  `create table refusal_ground (
    code text primary key,
    position integer not null,
    label text not null,
    -- what the contributor is told
    reason text not null
  ) ${engine.tableEnd}`,

  `create table shown_contribution (
    row integer primary key,
    id text not null unique,
    text_id text not null references text (id),
    thread_id text not null,
    parent_id text,
    block_id text,
    quote text,
    number integer not null,
    revision integer not null,
    name text not null,
    subject text,
    body text not null,
    received_at text not null,
    validated_at text not null,
    -- 1: an administrator answers for the site
    by_press integer not null default 0
  ) ${engine.tableEnd}`,
  'create index shown_in_thread on shown_contribution (thread_id, row)',
  'create index shown_block on shown_contribution (text_id, block_id, row) where block_id is not null',
  'create index shown_by_age on shown_contribution (validated_at, row)',
  'create index shown_text_newest on shown_contribution (text_id, validated_at, row)',
  // A thread stays while anything of it is shown, its first contribution or an answer to it.
  `create table shown_thread (
    thread_id text primary key,
    text_id text not null references text (id),
    -- the row of its first contribution: threads stand in the order they were received
    row integer not null,
    shown integer not null
  ) ${engine.tableEnd}`,
  // Counts of a whole forum are read from the index alone.
  'create index shown_thread_order on shown_thread (text_id, row, shown)',
  ...['insert', 'update'].map((event) =>
    engine.forbidUnless({
      name: `shown_contribution_never_unvalidated_${event}`,
      event: `${event} on shown_contribution`,
      condition: `exists (
        select 1 from contribution_revision r
          join contribution c on c.id = r.contribution_id
          join decision d on d.contribution_id = r.contribution_id and d.revision = r.revision and d.decision = 'validate'
        where r.contribution_id = new.id and r.revision = new.revision and c.state = 'validated'
          and r.name = new.name and r.subject is new.subject and r.body = new.body
          and c.text_id = new.text_id and c.block_id is new.block_id and c.quote is new.quote)`,
      message: 'shown_contribution: nothing appears that was not validated',
    }),
  ),
  engine.forbidUnless({
    name: 'contribution_begins_waiting',
    event: 'insert on contribution',
    condition: `new.state = 'waiting' and new.shown_revision is null`,
    message: 'contribution: every one begins waiting',
  }),
  engine.forbidUnless({
    name: 'contribution_state_never_undecided',
    event: 'update of state on contribution',
    condition: `new.state is old.state or new.state is (
      select case decision when 'validate' then 'validated' when 'refuse' then 'refused' when 'withdraw' then 'withdrawn'
        when 'erase' then 'erased' else decision end
      from decision where contribution_id = new.id order by id desc limit 1)`,
    message: 'contribution: no state changes without an entry in the log of decisions',
  }),
  engine.forbidUnless({
    name: 'contribution_never_unrecorded',
    event: 'insert on contribution_revision',
    condition: `exists (select 1 from leaf where log = (select max(number) from log) and "index" = new.leaf
      and kind = 'contribution.receive')`,
    message: 'contribution: nothing is received without its leaf in the record',
  }),
  engine.forbidUnless({
    name: 'decision_never_unrecorded',
    event: 'insert on decision',
    condition: `exists (select 1 from leaf where log = new.log and "index" = new.leaf
      and kind = case new.decision when 'erase' then 'contribution.erase' else 'contribution.decide' end)`,
    message: 'decision: nothing is decided without its leaf in the record',
  }),

  // How often something was asked for in a minute, an hour, a day; keys are keyed hashes, forgotten after two days.
  `create table form_count (
    window text not null,
    key text not null,
    count integer not null,
    primary key (window, key)
  ) ${engine.tableEnd}`,

  // Desk only: the words of every contribution kept. Erased words leave the index itself, not only its answers.
  `create virtual table contribution_search using fts5 (words, tokenize = "unicode61 remove_diacritics 2")`,
  `insert into contribution_search (contribution_search, rank) values ('secure-delete', 1)`,

  // One row: what the classifier learnt from this site's decisions.
  `create table triage_model (
    id integer primary key check (id = 1),
    model ${engine.bytes} not null,
    decisions integer not null,
    changed_at text not null
  ) ${engine.tableEnd}`,
  // Words that are blocked, senders that are known: kind and value.
  `create table triage_list (
    kind text not null,
    value text not null,
    created_at text not null,
    primary key (kind, value)
  ) ${engine.tableEnd}`,

  `create table editor_remark (
    id ${engine.rowNumber},
    text_id text not null references text (id),
    account_id text references account (id),
    name text not null,
    body text not null,
    created_at text not null
  ) ${engine.tableEnd}`,
  'create index editor_remark_text on editor_remark (text_id, id)',

  // What will be sent by mail: a row of the act that caused it. Addresses are nowhere else but at their contribution.
  `create table mail (
    id ${engine.rowNumber},
    kind text not null,
    recipient text not null,
    contribution_id text,
    account_id text,
    language text not null,
    -- what the template needs, as JSON
    content text not null,
    created_at text not null,
    due_at text not null,
    attempts integer not null default 0,
    last_error text
  ) ${engine.tableEnd}`,
  'create index mail_due on mail (due_at)',
  'create index mail_contribution on mail (contribution_id) where contribution_id is not null',
  // A link in a mail: one action, one revision, one use. Only its hash is kept.
  `create table mail_link (
    token_hash text primary key,
    action text not null,
    contribution_id text,
    account_id text,
    revision integer,
    created_at text not null,
    expires_at text not null
  ) ${engine.tableEnd}`,
  'create index mail_link_expiry on mail_link (expires_at)',
  'create index mail_link_contribution on mail_link (contribution_id) where contribution_id is not null',

  // What opens the API, the feed of the queue: made by an account, gone with it.
  `create table access_token (
    id text primary key,
    token_hash text not null unique,
    kind text not null,
    account_id text not null references account (id),
    label text not null,
    created_at text not null,
    last_used_on text
  ) ${engine.tableEnd}`,
  `create table webhook (
    id text primary key,
    url text not null,
    secret text not null,
    created_at text not null,
    disabled_at text
  ) ${engine.tableEnd}`,
  `create table webhook_delivery (
    id text primary key,
    webhook_id text not null references webhook (id),
    event text not null,
    contribution_id text,
    content text not null,
    created_at text not null,
    due_at text not null,
    attempts integer not null default 0,
    last_error text
  ) ${engine.tableEnd}`,
  'create index webhook_delivery_due on webhook_delivery (due_at)',
  // What came from another site's forum: the same again is skipped, what was erased since does not come back.
  `create table forum_import_item (
    key text primary key,
    contribution_id text not null
  ) ${engine.tableEnd}`,
  'alter table account add column email text',
  'alter table account add column digest integer not null default 0',
  'alter table account add column digest_on text',
];
