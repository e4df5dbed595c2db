// What a screen reader is given to say, out of the browser's own accessibility tree: no real one runs in a test.
import type { CDPSession, Page } from 'playwright-core';

interface AxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
  readonly childIds?: readonly string[];
}

export interface Spoken {
  /** `role name`, and what describes it: what is said when the focus comes to where it is now. */
  focus(): Promise<string>;
  /** What was added to the live regions since it was last asked: said after the focus, each once. */
  news(): Promise<readonly string[]>;
  /** Everything below the main landmark in the order it is read, a line each. */
  read(): Promise<readonly string[]>;
}

export async function listenTo(page: Page): Promise<Spoken> {
  const session = await page.context().newCDPSession(page);
  let heard = await liveTexts(session);
  return {
    focus: async () => {
      const focused = (await tree(session)).filter(
        (node) => isSet(node, 'focused') && node.role?.value !== 'RootWebArea',
      );
      return focused.map(spoken).join(' | ');
    },
    news: async () => {
      const now = await liveTexts(session);
      const before = [...heard];
      heard = now;
      return now.filter((text) => {
        const at = before.indexOf(text);
        if (at >= 0) before.splice(at, 1);
        return at < 0;
      });
    },
    read: async () => {
      const nodes = await tree(session);
      const main = nodes.find(({ role }) => role?.value === 'main');
      if (!main) throw new Error('there is no main landmark to read');
      return below(nodes, main)
        .filter(({ name, role }) => name?.value && role?.value !== 'InlineTextBox' && role?.value !== 'StaticText')
        .map((node) => `${node.role?.value} ${node.name?.value.trim()}`);
    },
  };
}

async function tree(session: CDPSession): Promise<readonly AxNode[]> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: readonly AxNode[] };
  if (nodes.length < 10) throw new Error(`the accessibility tree has ${nodes.length} nodes`);
  return nodes;
}

const isSet = ({ properties }: AxNode, name: string) =>
  properties?.some((property) => property.name === name && property.value.value === true) ?? false;

const spoken = ({ role, name, description }: AxNode) =>
  [role?.value, name?.value.trim(), description?.value].filter(Boolean).join(' · ');

/** A region that is read as a whole gives one text, another each of its own. */
async function liveTexts(session: CDPSession): Promise<readonly string[]> {
  const nodes = await tree(session);
  return nodes
    .filter((node) => !node.ignored && ['status', 'alert', 'log'].includes(node.role?.value ?? ''))
    .flatMap((region) => {
      const texts = below(nodes, region)
        .filter(({ role, name }) => role?.value === 'StaticText' && name?.value.trim())
        .map(({ name }) => name!.value.trim());
      return isSet(region, 'atomic') && texts.length > 0 ? [texts.join(' ')] : texts;
    });
}

/** In the order of the page. */
function below(nodes: readonly AxNode[], from: AxNode): readonly AxNode[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const children = (node: AxNode): readonly AxNode[] =>
    (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? [...(child.ignored ? [] : [child]), ...children(child)] : [];
    });
  return children(from);
}
