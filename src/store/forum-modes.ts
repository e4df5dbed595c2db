import type { Kysely } from 'kysely';
import type { ForumMode, ModeScope } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

/** The mode a text's forum is in: its own, or the site's. */
export async function findForumMode(db: Kysely<Schema>, textId: TextId): Promise<ForumMode> {
  const { mode } = await db
    .selectFrom('site')
    .leftJoin('forum', (join) => join.on('forum.text_id', '=', textId))
    .select((of) => of.fn.coalesce('forum.mode', 'site.forum_mode').as('mode'))
    .executeTakeFirstOrThrow();
  return mode as ForumMode;
}

export async function findSiteMode(db: Kysely<Schema>): Promise<ForumMode> {
  const { forum_mode } = await db.selectFrom('site').select('forum_mode').executeTakeFirstOrThrow();
  return forum_mode as ForumMode;
}

/** Null: it follows the site. */
export async function findTextMode(db: Kysely<Schema>, textId: TextId): Promise<ForumMode | null> {
  const row = await db.selectFrom('forum').select('mode').where('text_id', '=', textId).executeTakeFirst();
  return (row?.mode as ForumMode | undefined) ?? null;
}

/** How many texts have each mode as their own. */
export async function countTextModes(db: Kysely<Schema>): Promise<Readonly<Record<ForumMode, number>>> {
  const rows = await db
    .selectFrom('forum')
    .select((of) => ['mode', of.fn.countAll<number>().as('count')])
    .groupBy('mode')
    .execute();
  const count = (mode: ForumMode) => rows.find((row) => row.mode === mode)?.count ?? 0;
  return {
    before: count('before'),
    after: count('after'),
    subscription: count('subscription'),
    closed: count('closed'),
  };
}

/** Null: it follows the site from now on. */
export async function writeTextMode(
  db: Kysely<Schema>,
  { textId, mode }: { readonly textId: TextId; readonly mode: ForumMode | null },
): Promise<void> {
  if (mode === null) await db.deleteFrom('forum').where('text_id', '=', textId).execute();
  else
    await db
      .insertInto('forum')
      .values({ text_id: textId, mode })
      .onConflict((conflict) => conflict.column('text_id').doUpdateSet({ mode }))
      .execute();
}

/** The site's mode, for texts to come; for those that are there, as far as the scope reaches. */
export async function writeSiteMode(
  db: Kysely<Schema>,
  { mode, scope }: { readonly mode: ForumMode; readonly scope: ModeScope },
): Promise<void> {
  const before = await findSiteMode(db);
  if (scope === 'future' || (scope === 'all-but-closed' && before === 'closed')) await holdTexts(db, before);
  if (scope === 'all') await db.deleteFrom('forum').execute();
  if (scope === 'all-but-closed') await db.deleteFrom('forum').where('mode', '!=', 'closed').execute();
  await db.updateTable('site').set({ forum_mode: mode }).execute();
}

/** Texts that followed the site keep the mode they had. */
async function holdTexts(db: Kysely<Schema>, mode: ForumMode): Promise<void> {
  await db
    .insertInto('forum')
    .columns(['text_id', 'mode'])
    .expression((from) =>
      from
        .selectFrom('text')
        .select(['text.id', from.val(mode).as('mode')])
        .where('text.id', 'not in', from.selectFrom('forum').select('text_id')),
    )
    .execute();
}
