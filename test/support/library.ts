// The sample library, published the way an administrator does it: what the journeys through the public pages read.
import { readdirSync, readFileSync } from 'node:fs';
import type { TextId } from '#domain/text.ts';
import type { Context } from '#operations/context.ts';
import { saveDraft } from '#operations/draft-save.ts';
import { startDraft } from '#operations/draft-start.ts';
import { startRevision } from '#operations/revision-start.ts';
import { publishText } from '#operations/text-publish.ts';

const SAMPLES = new URL('../../samples/', import.meta.url);

export const sampleSource = (slug: string) => readFileSync(new URL(`${slug}.md`, SAMPLES), 'utf8');

/** Each sample at the address its file is named after. */
export async function publishSamples(context: Context): Promise<ReadonlyMap<string, TextId>> {
  const names = readdirSync(SAMPLES).filter((name) => /^[a-z0-9-]+\.md$/.test(name));
  if (names.length < 6) throw new Error(`only ${names.length} samples`);
  const texts = new Map<string, TextId>();
  for (const name of names) {
    const slug = name.replace('.md', '');
    texts.set(slug, await publishSource(context, { source: sampleSource(slug), slug }));
  }
  return texts;
}

export async function publishSource(
  context: Context,
  { source, slug }: { readonly source: string; readonly slug: string },
): Promise<TextId> {
  const { textId } = await startDraft(context, { source });
  const published = await publishText(context, { textId, version: 1, slug });
  if (!published.ok) throw new Error(`${slug}: ${JSON.stringify(published.mistakes)}`);
  return textId;
}

/** The next revision of a text. */
export async function reviseText(
  context: Context,
  { textId, source, reason }: { readonly textId: TextId; readonly source: string; readonly reason: string },
): Promise<void> {
  const { version } = await startRevision(context, { textId });
  const saved = await saveDraft(context, { textId, version, source });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  const published = await publishText(context, { textId, version: saved.version, reason });
  if (!published.ok) throw new Error(JSON.stringify(published.mistakes));
}
