import type { BlockId } from '#domain/text.ts';
import { alignBlocks } from '#text/align-blocks.ts';
import { alignNotes } from '#text/align-notes.ts';
import { listBlocks } from '#text/list-blocks.ts';
import { listNotes } from '#text/list-notes.ts';
import { parseSource } from '#text/parse-source.ts';
import { renderBody } from '#text/render-body.ts';
import { bodyLabels } from './body-labels.ts';
import type { Preview, PreviewArgument } from './tasks.ts';

/** The body as it would be published. Its ids only number the blocks: real ones are given at publication. */
export function preview({ source, language }: PreviewArgument): Preview {
  const { metadata, tree, problems } = parseSource(source);
  const createId = numberedIds();
  const { blocks } = alignBlocks({ previous: [], next: listBlocks(tree), createId });
  const { notes } = alignNotes({ previous: [], next: listNotes(tree), createId });
  const { html, words } = renderBody({ tree, blocks, notes, ...bodyLabels(metadata.language, language) });
  return { html, problems, metadata, words };
}

function numberedIds(): () => BlockId {
  let count = 0;
  return () => {
    count += 1;
    return `preview-${count}` as BlockId;
  };
}
