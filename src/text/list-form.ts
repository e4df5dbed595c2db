import type { List, ListItem } from 'mdast';

/** Whether a list is written with blank lines: as it was, where there is room for a blank line, or because it must be. */
export function isLoose(list: List): boolean {
  if (!list.children.every(fitsTight)) return true;
  const divisible = list.children.length > 1 || list.children.some((item) => item.children.length > 1);
  return divisible && (list.spread === true || list.children.some((item) => item.spread === true));
}

/** A paragraph, and perhaps a list that can begin on the line after it. */
function fitsTight({ children }: ListItem): boolean {
  const [first, second, ...more] = children;
  if (more.length > 0) return false;
  if (second === undefined) return true;
  return first?.type === 'paragraph' && second.type === 'list' && interruptsParagraph(second);
}

function interruptsParagraph(list: List): boolean {
  return (list.children[0]?.children.length ?? 0) > 0 && (list.ordered !== true || (list.start ?? 1) === 1);
}
