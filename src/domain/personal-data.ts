// Every column of the database, and whether it says anything of a person: what, why and for how long. The privacy page is made of
// this table, and a test compares it with the real database, so that no new column is forgotten.

export const PERSONAL_GROUPS = ['forum', 'misprints', 'desk'] as const;
export type PersonalGroup = (typeof PERSONAL_GROUPS)[number];

export interface PersonalData {
  readonly group: PersonalGroup;
  /** Its words are `privacy.what.<code>`, `privacy.why.<code>`, `privacy.long.<code>`. */
  readonly code: string;
  /** Columns by table. */
  readonly columns: Readonly<Record<string, string>>;
}

export const PERSONAL_DATA: readonly PersonalData[] = [
  {
    group: 'forum',
    code: 'words',
    columns: {
      contribution_revision: 'name subject body hash received_at',
      contribution: 'quote received_at changed_at',
      contribution_search: 'words',
      shown_contribution: 'name subject body quote received_at validated_at',
      pending_decision: 'reply hash',
      webhook_delivery: 'content',
    },
  },
  {
    group: 'forum',
    code: 'mail-address',
    columns: {
      contribution: 'email email_confirmed_at notify',
      mail: 'recipient content created_at due_at last_error',
    },
  },
  {
    group: 'forum',
    code: 'receipt',
    columns: {
      contribution: 'receipt_hash ticket',
      contribution_key: 'key',
      mail_link: 'token_hash action revision created_at expires_at',
    },
  },
  { group: 'forum', code: 'sender', columns: { contribution: 'sender day', form_count: 'window key count' } },
  {
    group: 'forum',
    code: 'assessment',
    columns: {
      contribution: 'score lane group_key',
      contribution_revision: 'signals',
      triage_list: 'kind value created_at',
    },
  },
  {
    group: 'forum',
    code: 'decision',
    columns: {
      contribution: 'state shown_revision',
      decision: 'decision ground batch waited_seconds at',
      decision_reason: 'reason',
      pending_decision: 'decision ground reason batch decided_at in_force_at lane',
      pending_selection: 'filter decision ground reason decided_at in_force_at',
    },
  },
  {
    group: 'misprints',
    code: 'misprint',
    columns: { misprint: 'words instead name created_at', draft_change: 'credit' },
  },
  { group: 'misprints', code: 'misprint-sender', columns: { misprint: 'mark day ticket', misprint_key: 'key' } },
  {
    group: 'desk',
    code: 'account',
    columns: {
      account: 'name name_key role password email digest created_at disabled_at digest_on',
      invitation: 'created_by',
    },
  },
  {
    group: 'desk',
    code: 'session',
    columns: {
      session: 'token_hash form_token created_at expires_at account_id',
      access_token: 'token_hash label created_at last_used_on account_id',
    },
  },
  { group: 'desk', code: 'attempt', columns: { attempt: 'key failures last_at blocked_until' } },
  {
    group: 'desk',
    code: 'work',
    columns: {
      text: 'created_by',
      revision: 'published_by',
      draft: 'updated_by',
      draft_change: 'created_by',
      stet_answer: 'created_by',
      lexicon_word: 'created_by',
      proof_switch: 'created_by',
      misprint: 'decided_by',
      decision: 'decided_by',
      pending_decision: 'decided_by',
      pending_selection: 'decided_by',
      contribution: 'leased_by leased_until',
      editor_remark: 'account_id name body created_at',
      mail: 'account_id',
      mail_link: 'account_id',
    },
  },
];

/** What says nothing of a person, by table. */
export const IMPERSONAL_COLUMNS: Readonly<Record<string, string>> = {
  proof_result: 'text_id key findings',
  library_word: 'word written texts',
  text_words: 'text_id due words',
  access_token: 'id kind',
  account: 'id',
  checkpoint: 'log size root note signed_at',
  checkpoint_link: 'log size note',
  contribution: 'row id text_id number block_id parent_id thread_id revision leaf log',
  contribution_key: 'contribution_id',
  contribution_revision: 'contribution_id revision leaf',
  decision: 'id contribution_id revision leaf log',
  decision_count: 'month decision ground decisions',
  decision_reason: 'decision_id',
  draft: 'text_id version stage base_number title authors created_at updated_at source',
  draft_change: 'id text_id base_number version rule words instead places created_at',
  editor_remark: 'id text_id',
  forum: 'text_id mode',
  forum_import_item: 'key contribution_id',
  import_item: 'key text_id imported_at',
  invitation: 'token_hash role created_at expires_at',
  leaf: 'log index kind at text_id revision hash bytes',
  leaf_count: 'log month kind detail leaves',
  lexicon_word: 'word created_at',
  listing:
    'row text_id slug number title subtitle authors translators date language translation_of excerpt words published_at first_published_at',
  listing_term: 'kind term row newest_order changed_order title_order written_order',
  log: 'number origin verifier_key started_at',
  mail: 'id kind contribution_id language attempts',
  mail_link: 'contribution_id',
  migration: 'number name applied_at',
  misprint: 'id text_id number block_id state decided_at',
  misprint_key: 'day',
  pending_decision: 'contribution_id revision',
  pending_selection: 'batch from_row after_row up_to taken step',
  proof_count: 'text_id rule findings',
  proof_switch: 'text_id rule created_at',
  refusal_ground: 'code position label reason',
  removed_block: 'text_id block_id last_number kind',
  revision:
    'text_id number published_at words reason excerpt metadata contents source body_html plain_text blocks notes manifest',
  search: 'title authors body',
  shown_contribution: 'row id text_id thread_id parent_id block_id number revision by_press',
  shown_thread: 'thread_id text_id row shown',
  site: 'id generation forum_mode',
  slug: 'slug text_id created_at',
  stet_answer: 'id text_id rule words context excerpt created_at',
  term: 'kind slug name name_order texts',
  text: 'row id slug number title authors first_published_at withdrawn_at withdrawn_ground withdrawn_reason created_at',
  tree_node: 'log level index hash',
  triage_model: 'id model decisions changed_at',
  upload: 'text_id file_name format sha256 created_at corrections bytes reading',
  webhook: 'id url secret created_at disabled_at',
  webhook_delivery: 'id webhook_id event contribution_id created_at due_at attempts last_error',
};
