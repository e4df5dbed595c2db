import type { Link, PhrasingContent } from 'mdast';

/** A link holds no link and no note call, in Markdown as in HTML: a call in it goes behind it. */
export function flatLink(link: Link): PhrasingContent[] {
  const calls: PhrasingContent[] = [];
  const children = withoutEdgeBreaks(flatten(link.children, calls)) as Link['children'];
  return [{ ...link, children }, ...calls];
}

/** Adds a node; text joins the text before it. */
export function appendPhrasing(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1);
  if (node.type !== 'text' || last?.type !== 'text') {
    if (node.type !== 'text' || node.value !== '') nodes.push(node);
    return;
  }
  const position = last.position && node.position && { start: last.position.start, end: node.position.end };
  nodes[nodes.length - 1] = { ...last, value: last.value + node.value, ...(position && { position }) };
}

function flatten(nodes: readonly PhrasingContent[], calls: PhrasingContent[]): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  for (const node of nodes) {
    if (node.type === 'footnoteReference') calls.push(node);
    else if (node.type === 'link') for (const one of flatten(node.children, calls)) appendPhrasing(kept, one);
    else if (!('children' in node)) appendPhrasing(kept, node);
    else {
      const children = flatten(node.children as PhrasingContent[], calls);
      if (children.length > 0) appendPhrasing(kept, inOrder({ ...node, children } as PhrasingContent));
    }
  }
  return kept;
}

/** A break before or behind everything breaks nothing, and cannot be written. */
export function withoutEdgeBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const first = nodes.findIndex((node) => node.type !== 'break');
  const last = nodes.findLastIndex((node) => node.type !== 'break');
  return first === -1 ? [] : nodes.slice(first, last + 1);
}

/** Strong emphasis alone in emphasis and the other way round look alike and are written `***so***`: one order in the tree. */
export function inOrder(node: PhrasingContent): PhrasingContent {
  if (node.type !== 'strong' || node.children.length !== 1) return node;
  const [inner] = node.children;
  if (inner?.type !== 'emphasis') return node;
  return { ...inner, children: [inOrder({ ...node, children: inner.children })] };
}
