// A served press and an administrator who publishes at its desk by HTTP, as a browser's forms do.
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createDeskClient, type DeskClient, fieldsOf, type Seen } from '#test/support/desk-client.ts';
import { runProgram, startProgram, untilSaid } from '#test/support/program.ts';

const PASSWORD = 'correct horse battery';

/** A publication on its way: what is needed to ask for it again after a crash. */
export interface Asked {
  readonly title: string;
  readonly body?: string;
  path: string | null;
  fields: Record<string, string>;
}

export async function addAdministrator(data: string): Promise<void> {
  const args = ['user', 'add', 'Ada', '--role', 'administrator', '--password-stdin', '--data', data];
  const { code, errors } = await runProgram(args, { input: `${PASSWORD}\n` });
  assert.equal(code, 0, errors);
}

export async function serve(
  data: string,
  port: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const args = ['serve', '--data', data, '--port', String(port), '--samples', 'no'];
  const server = startProgram(args, { environment });
  await untilSaid(server, /http:\/\//);
  return server;
}

export function deskAt(port: number): DeskClient & { enter(): Promise<Seen> } {
  const desk = createDeskClient({ address: `http://127.0.0.1:${port}` });
  return { ...desk, enter: () => desk.signIn('Ada', PASSWORD) };
}

/** The answer to the first step that was not taken, or to the publication itself. */
export async function publishAtDesk(desk: DeskClient, asked: Asked): Promise<Seen> {
  const begun = await desk.post('/desk/new/empty', {});
  const text = /^\/desk\/texts\/[\w-]+/.exec(begun.path)?.[0];
  if (begun.status >= 500) return begun;
  assert.ok(text, begun.path);
  const saved = await desk.post(`${text}/edit`, {
    version: fieldsOf(begun.html).version ?? '',
    'value.title': asked.title,
    body: asked.body ?? `One paragraph of ${asked.title}.`,
    act: 'save',
  });
  if (saved.status >= 500) return saved;
  const page = await desk.get(`${text}/publish`);
  asked.fields = { version: fieldsOf(page.html).version ?? '', slug: '', reason: '' };
  asked.path = `${text}/publish`;
  return desk.post(asked.path, asked.fields);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
