import type { Generated, GeneratedAlways } from 'kysely';
import type { ForumTables } from './schema-forum.ts';
import type { ProofingTables } from './schema-proofing.ts';

/** The tables, as migrations/ makes them. Times are ISO 8601 in UTC; `json` columns hold JSON as text; ids are base64url. */
export interface Schema extends ProofingTables, ForumTables {
  account: AccountTable;
  session: SessionTable;
  invitation: InvitationTable;
  attempt: AttemptTable;
  text: TextTable;
  slug: SlugTable;
  revision: RevisionTable;
  removed_block: RemovedBlockTable;
  draft: DraftTable;
  upload: UploadTable;
  listing: ListingTable;
  listing_term: ListingTermTable;
  term: TermTable;
  import_item: ImportItemTable;
  site: SiteTable;
  log: LogTable;
  leaf: LeafTable;
  tree_node: TreeNodeTable;
  checkpoint: CheckpointTable;
  checkpoint_link: CheckpointLinkTable;
  leaf_count: LeafCountTable;
}

interface AccountTable {
  id: string;
  name: string;
  /** The name as it is compared: NFKC, lower case. */
  name_key: string;
  role: string;
  password: string;
  created_at: string;
  disabled_at: string | null;
  email: string | null;
  /** 1: wants a daily digest of what waits. */
  digest: Generated<number>;
  /** The day the last one was written. */
  digest_on: string | null;
}

interface SessionTable {
  token_hash: string;
  account_id: string;
  form_token: string;
  created_at: string;
  expires_at: string;
}

interface InvitationTable {
  token_hash: string;
  role: string;
  created_by: string | null;
  created_at: string;
  expires_at: string;
}

/** Failed sign-ins of one name or one address prefix. */
interface AttemptTable {
  key: string;
  failures: number;
  last_at: string;
  blocked_until: string | null;
}

interface TextTable {
  row: GeneratedAlways<number>;
  id: string;
  /** The current one; null while never published. */
  slug: string | null;
  /** The current revision; 0 while never published. */
  number: number;
  /** Of the current revision, for the desk's lists. */
  title: string | null;
  authors: string | null;
  first_published_at: string | null;
  withdrawn_at: string | null;
  withdrawn_ground: string | null;
  withdrawn_reason: string | null;
  created_by: string | null;
  created_at: string;
}

/** Every slug a text ever had: it leads to that text for ever. */
interface SlugTable {
  slug: string;
  text_id: string;
  created_at: string;
}

interface RevisionTable {
  text_id: string;
  number: number;
  source: string;
  metadata: string;
  body_html: string;
  contents: string;
  plain_text: string;
  blocks: string;
  notes: string;
  excerpt: string;
  words: number;
  reason: string | null;
  /** An account; its name is not public. Null for the operator. */
  published_by: string | null;
  published_at: string;
  /** A `sha256sum` file over what a reader is given; null for a revision older than the record. */
  manifest: string | null;
}

/** A block that a revision no longer has: its address still says where it last stood. */
interface RemovedBlockTable {
  text_id: string;
  block_id: string;
  last_number: number;
  kind: string;
}

interface DraftTable {
  text_id: string;
  version: number;
  stage: string;
  source: string;
  /** The revision it was begun from; 0 for a text never published. */
  base_number: number;
  title: string | null;
  authors: string;
  created_at: string;
  updated_by: string | null;
  updated_at: string;
}

/** The file a text was read from, as it came. */
interface UploadTable {
  text_id: string;
  file_name: string | null;
  format: string;
  sha256: string;
  /** Zstandard. */
  bytes: Uint8Array;
  /** Zstandard of the reading's JSON; null once its guesses are answered. */
  reading: Uint8Array | null;
  corrections: string;
  created_at: string;
}

/** What lists show of a published text: derived from its current revision, gone while it is withdrawn. */
interface ListingTable {
  row: number;
  text_id: string;
  slug: string;
  number: number;
  title: string;
  subtitle: string | null;
  authors: string;
  translators: string;
  date: string | null;
  language: string | null;
  translation_of: string | null;
  excerpt: string;
  words: number;
  published_at: string;
  first_published_at: string;
}

/** A published text under one of its terms, with the keys of every order, so that any page of any list is one index range. */
interface ListingTermTable {
  kind: string;
  term: string;
  row: number;
  newest_order: string;
  changed_order: string;
  title_order: string;
  written_order: string;
}

/** An author, a collection …, counted. */
interface TermTable {
  kind: string;
  slug: string;
  name: string;
  name_order: string;
  texts: number;
}

/** A file that a bulk import has taken in: the same one again is skipped. */
interface ImportItemTable {
  key: string;
  text_id: string;
  imported_at: string;
}

/** One row: what is true of the whole site. */
interface SiteTable {
  id: number;
  /** Rises with every commit of something public. */
  generation: number;
  /** When contributions appear, for texts that do not say otherwise. */
  forum_mode: Generated<string>;
}

/** A log of the record. Another begins only when the one before could not be continued. */
interface LogTable {
  number: number;
  origin: string;
  verifier_key: string;
  started_at: string;
}

interface LeafTable {
  log: number;
  index: number;
  kind: string;
  at: string;
  text_id: string | null;
  revision: number | null;
  hash: Uint8Array;
  bytes: Uint8Array;
}

/** Hashes of complete subtrees above the leaves: derived. */
interface TreeNodeTable {
  log: number;
  level: number;
  index: number;
  hash: Uint8Array;
}

interface CheckpointTable {
  log: number;
  size: number;
  root: Uint8Array;
  note: string;
  signed_at: string;
}

/** Leaves a month, a kind and what it is counted by: derived. */
interface CheckpointLinkTable {
  log: number;
  size: number;
  note: string;
}

interface LeafCountTable {
  log: number;
  month: string;
  kind: string;
  detail: string;
  leaves: number;
}
