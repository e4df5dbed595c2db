import type { List, ListItem } from 'mdast';

/** Whether a list is written with blank lines: as it was, where there is room for a blank line, or because it must be. */
export function isLoose(list: List): boolean {
  const divisible = list.children.length > 1 || list.children.some((item) => item.children.length > 1);
  if (!divisible) return false;
  if (!list.children.every(fitsTight)) return true;
  return list.spread === true || list.children.some((item) => item.spread === true);
}

/**
 * A paragraph, and perhaps a tight list that can begin on the line after it. Of anything else the parser's word on which
 * blank lines are the list's own cannot be relied on.
 */
function fitsTight({ children }: ListItem): boolean {
  const [first, second, ...more] = children;
  if (first?.type !== 'paragraph' || more.length > 0) return false;
  return second === undefined || (second.type === 'list' && interruptsParagraph(second) && !isLoose(second));
}

function interruptsParagraph(list: List): boolean {
  return (list.children[0]?.children.length ?? 0) > 0 && (list.ordered !== true || (list.start ?? 1) === 1);
}
