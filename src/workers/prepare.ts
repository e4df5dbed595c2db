import { alignBlocks } from '#text/align-blocks.ts';
import { alignNotes } from '#text/align-notes.ts';
import { excerpt } from '#text/excerpt.ts';
import { listBlocks } from '#text/list-blocks.ts';
import { listNotes } from '#text/list-notes.ts';
import { parseSource } from '#text/parse-source.ts';
import { plainText } from '#text/plain-text.ts';
import { renderBody } from '#text/render-body.ts';
import { blockIdSource } from './block-id.ts';
import { bodyLabels } from './body-labels.ts';
import type { PrepareArgument, Prepared } from './tasks.ts';

/** Long enough for a description under a link, short enough for one. */
const EXCERPT_CHARACTERS = 280;

/** A source made ready to be published: blocks and notes aligned with the previous revision's, the body rendered, the plain texts. */
export function prepare({ source, previousBlocks, previousNotes, language }: PrepareArgument): Prepared {
  const { metadata, tree, problems } = parseSource(source);
  const createId = blockIdSource([...previousBlocks, ...previousNotes].map(({ id }) => id));
  const aligned = alignBlocks({ previous: previousBlocks, next: listBlocks(tree), createId });
  const notes = alignNotes({ previous: previousNotes, next: listNotes(tree), createId }).notes;
  const body = renderBody({ tree, blocks: aligned.blocks, notes, ...bodyLabels(metadata.language, language) });
  return {
    metadata,
    problems,
    blocks: aligned.blocks,
    notes,
    removed: aligned.removed,
    bodyHtml: body.html,
    contents: body.contents,
    plainText: plainText(tree, { leadIns: 'as transcribed' }),
    searchText: plainText(tree, { leadIns: 'sentence case' }),
    excerpt: excerpt(tree, EXCERPT_CHARACTERS),
    words: body.words,
  };
}
