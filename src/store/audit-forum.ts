// The forum's tables as an auditor reads them: whatever a damaged or altered row holds, as what it should be.
import { type Audited, asText } from './audited.ts';
import type { Connection } from './engines/sqlite-connection.ts';

export interface AuditedContribution {
  readonly row: number;
  readonly id: string;
  readonly textId: string;
  readonly blockId: string | null;
  readonly quote: string | null;
  readonly parentId: string | null;
  readonly state: string;
  readonly revision: number;
  readonly shownRevision: number | null;
  readonly leaf: number;
  readonly log: number;
  readonly receivedAt: string;
  /** Null once it was erased. */
  readonly key: Uint8Array | null;
  /** What erasing should have left nothing of: the number of rows or fields that still hold something personal. */
  readonly remains: number;
}

export interface AuditedWords {
  readonly contributionId: string;
  readonly revision: number;
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
  readonly hash: string;
  readonly leaf: number;
}

export interface AuditedDecision {
  readonly id: number;
  readonly contributionId: string;
  readonly revision: number;
  readonly decision: string;
  readonly ground: string;
  readonly leaf: number;
  readonly log: number;
  readonly at: string;
}

export interface AuditedShown {
  readonly id: string;
  readonly textId: string;
  readonly blockId: string | null;
  readonly quote: string | null;
  readonly parentId: string | null;
  readonly revision: number;
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
}

export interface ForumAudit {
  contributions(): Audited<readonly AuditedContribution[]>;
  /** Of every contribution, by contribution and number. */
  words(): Audited<readonly AuditedWords[]>;
  /** In the order they were written. */
  decisions(): Audited<readonly AuditedDecision[]>;
  shown(): Audited<readonly AuditedShown[]>;
}

export function forumAudit(
  connection: Connection,
  all: <T>(sql: string) => (...values: readonly unknown[]) => Audited<readonly T[]>,
): ForumAudit {
  const isThere = connection.prepare("select 1 from sqlite_schema where name = 'contribution'").get() !== undefined;
  if (!isThere) return { contributions: none, words: none, decisions: none, shown: none };
  return {
    contributions: all(CONTRIBUTIONS),
    words: all(
      `select ${asText('contribution_id', 'contributionId')}, revision, ${asText('name')}, subject, ${asText('body')}, hash, leaf
        from contribution_revision order by contribution_id, revision`,
    ),
    decisions: all(
      `select id, ${asText('contribution_id', 'contributionId')}, revision, decision, ground, leaf, log, ${asText('at')}
        from decision order by id`,
    ),
    shown: all(
      'select id, text_id as textId, block_id as blockId, quote, parent_id as parentId, revision, name, subject, body from shown_contribution',
    ),
  };
}

const none = () => ({ row: [] });

const CONTRIBUTIONS = `select c.row, c.id, text_id as textId, block_id as blockId, quote, parent_id as parentId, state, revision,
  shown_revision as shownRevision, leaf, log, received_at as receivedAt, cast(k.key as blob) as key,
  case state when 'erased' then (quote is not null) + (email is not null) + (sender is not null) + (k.key is not null)
    + exists (select 1 from contribution_revision r where r.contribution_id = c.id)
    + exists (select 1 from pending_decision p where p.contribution_id = c.id)
    + exists (select 1 from decision_reason dr join decision d on d.id = dr.decision_id where d.contribution_id = c.id)
    + exists (select 1 from mail m where m.contribution_id = c.id) else 0 end as remains
  from contribution c left join contribution_key k on k.contribution_id = c.id order by c.row`;
