/** The tables of the forum, as migrations/0005-forum.ts makes them. */
import type { Generated, GeneratedAlways } from 'kysely';

export interface ForumTables {
  forum: ForumTable;
  contribution: ContributionTable;
  contribution_revision: ContributionRevisionTable;
  contribution_key: ContributionKeyTable;
  decision: DecisionTable;
  decision_reason: DecisionReasonTable;
  decision_count: DecisionCountTable;
  pending_decision: PendingDecisionTable;
  pending_selection: PendingSelectionTable;
  refusal_ground: RefusalGroundTable;
  shown_contribution: ShownContributionTable;
  shown_thread: ShownThreadTable;
  form_count: FormCountTable;
  triage_model: TriageModelTable;
  triage_list: TriageListTable;
  editor_remark: EditorRemarkTable;
  mail: MailTable;
  mail_link: MailLinkTable;
  access_token: AccessTokenTable;
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
  forum_import_item: ForumImportItemTable;
}

interface ForumTable {
  text_id: string;
  mode: string;
}

interface ContributionTable {
  row: GeneratedAlways<number>;
  id: string;
  text_id: string;
  number: number;
  block_id: string | null;
  quote: string | null;
  parent_id: string | null;
  thread_id: string;
  state: string;
  /** null: waits for nobody; else main, spam, unconfirmed */
  lane: string | null;
  revision: number;
  shown_revision: number | null;
  score: number;
  group_key: string | null;
  sender: string | null;
  day: string;
  email: string | null;
  email_confirmed_at: string | null;
  notify: Generated<number>;
  receipt_hash: string | null;
  ticket: string | null;
  leaf: number;
  log: number;
  received_at: string;
  changed_at: string;
  leased_by: string | null;
  leased_until: string | null;
}

interface ContributionRevisionTable {
  contribution_id: string;
  revision: number;
  name: string;
  subject: string | null;
  body: string;
  /** SHA-256 of the payload, in hex: what a decision names */
  hash: string;
  leaf: number;
  signals: string;
  received_at: string;
}

interface ContributionKeyTable {
  contribution_id: string;
  key: Uint8Array;
}

interface DecisionTable {
  id: GeneratedAlways<number>;
  contribution_id: string;
  revision: number;
  decision: string;
  ground: string;
  decided_by: string | null;
  batch: string;
  /** from receiving to deciding; null where nobody read it: by mode, by import, by its sender */
  waited_seconds: number | null;
  leaf: number;
  log: number;
  at: string;
}

interface DecisionReasonTable {
  decision_id: number;
  reason: string;
}

interface DecisionCountTable {
  month: string;
  decision: string;
  ground: string;
  decisions: number;
}

interface PendingDecisionTable {
  contribution_id: string;
  revision: number;
  hash: string;
  decision: string;
  ground: string;
  reason: string | null;
  reply: string | null;
  lane: string | null;
  decided_by: string | null;
  batch: string;
  decided_at: string;
  in_force_at: string;
}

interface PendingSelectionTable {
  batch: string;
  filter: string;
  from_row: number;
  after_row: number;
  up_to: number;
  taken: number;
  step: string;
  decision: string;
  ground: string;
  reason: string | null;
  decided_by: string | null;
  decided_at: string;
  in_force_at: string | null;
}

interface RefusalGroundTable {
  code: string;
  position: number;
  label: string;
  /** what the contributor is told */
  reason: string;
}

interface ShownContributionTable {
  row: number;
  id: string;
  text_id: string;
  thread_id: string;
  parent_id: string | null;
  block_id: string | null;
  quote: string | null;
  number: number;
  revision: number;
  name: string;
  subject: string | null;
  body: string;
  received_at: string;
  validated_at: string;
  /** 1: an administrator answers for the site */
  by_press: Generated<number>;
}

interface ShownThreadTable {
  thread_id: string;
  text_id: string;
  /** the row of its first contribution: threads stand in the order they were received */
  row: number;
  shown: number;
}

interface FormCountTable {
  /** The beginning of a time: a minute, an hour, a day. */
  window: string;
  key: string;
  count: number;
}

interface TriageModelTable {
  id: number;
  model: Uint8Array;
  decisions: number;
  changed_at: string;
}

interface TriageListTable {
  kind: string;
  value: string;
  created_at: string;
}

interface EditorRemarkTable {
  id: GeneratedAlways<number>;
  text_id: string;
  account_id: string | null;
  name: string;
  body: string;
  created_at: string;
}

interface MailTable {
  id: GeneratedAlways<number>;
  kind: string;
  recipient: string;
  contribution_id: string | null;
  account_id: string | null;
  language: string;
  /** what the template needs, as JSON */
  content: string;
  created_at: string;
  due_at: string;
  attempts: Generated<number>;
  last_error: string | null;
}

interface MailLinkTable {
  token_hash: string;
  action: string;
  contribution_id: string | null;
  account_id: string | null;
  revision: number | null;
  created_at: string;
  expires_at: string;
}

interface AccessTokenTable {
  id: string;
  token_hash: string;
  kind: string;
  account_id: string;
  label: string;
  created_at: string;
  last_used_on: string | null;
}

interface WebhookTable {
  id: string;
  url: string;
  secret: string;
  created_at: string;
  disabled_at: string | null;
}

interface WebhookDeliveryTable {
  id: string;
  webhook_id: string;
  event: string;
  contribution_id: string | null;
  content: string;
  created_at: string;
  due_at: string;
  attempts: Generated<number>;
  last_error: string | null;
}

/** A contribution that was taken from another site, by a hash of what that site called it. */
interface ForumImportItemTable {
  key: string;
  contribution_id: string;
}
