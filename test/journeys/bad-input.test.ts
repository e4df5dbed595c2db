// What nobody should send, sent all the same: through the real server, byte by byte. After each the readers are still served.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { importText } from '#operations/text-import.ts';
import { createTestContext, TEST_PASSWORD, type TestContext } from '#test/support/context.ts';
import { createDeskClient, type DeskClient, fieldsOf } from '#test/support/desk-client.ts';
import { type Server, startServer } from '#web/http/server.ts';

const LIMIT = 2 * 1024 * 1024;
const GIGABYTE = 1024 ** 3;
let press: TestContext;
let server: Server;
let ada: DeskClient;

before(async () => {
  press = await createTestContext({ settings: { uploadLimitBytes: LIMIT } });
  const context = await press.as('administrator');
  const bytes = Buffer.from('---\ntitle: Still Here\n---\n\nRead me.\n');
  const imported = await importText(context, { path: 'still.md', bytes, format: 'markdown', publish: true });
  assert.ok(imported.ok);
  server = await startServer(press.asVisitor());
  ada = createDeskClient(server);
  assert.equal((await ada.signIn('Ada', TEST_PASSWORD)).path, '/desk');
});

afterEach(async () => {
  const page = await fetch(`${server.address}/still-here`);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /Read me\./);
});

after(async () => {
  await server?.close();
  await press?.close();
});

test('a file of a gigabyte is cut off early, and the page that says so is read', async () => {
  const address = '/desk/sign-in';
  for (const framing of [`Content-Length: ${GIGABYTE}`, 'Transfer-Encoding: chunked']) {
    for (const type of ['multipart/form-data; boundary=b', 'application/x-www-form-urlencoded']) {
      const sent = await sendForEver([`POST ${address} HTTP/1.1`, 'Host: x', `Content-Type: ${type}`, framing]);
      assert.match(sent.answer, /^HTTP\/1\.1 413 /, `${framing}, ${type}`);
      assert.match(sent.answer, /<html lang="en"/);
      assert.ok(sent.bytes < 32 * 1024 * 1024, `${sent.bytes} bytes were taken`);
    }
  }
});

const ODD_REQUESTS: readonly (readonly [string, string, RegExp])[] = [
  ['no request at all', '\0\x01\x02\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['a NUL in a header', 'GET / HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['a header of a megabyte', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'b'.repeat(2 ** 20)}\r\n\r\n`, /^HTTP\/1\.1 431 |^$/],
  [
    'two lengths',
    'POST /desk/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  ['an address that is no UTF-8', 'GET /%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 40[04] [\s\S]*<html/],
  ['a NUL in an address', 'GET /a%00b HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 404 [\s\S]*<html/],
  ['up and up', 'GET /../../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 404 /],
  ['an address of four kilobytes', `GET /${'a'.repeat(4000)} HTTP/1.1\r\nHost: x\r\n\r\n`, /^HTTP\/1\.1 404 /],
  [
    'a page number of sixty digits',
    `GET /?page=${'9'.repeat(60)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    /^HTTP\/1\.1 [24]0[04] /,
  ],
  ['a question of marks', 'GET /search?q=%22%2A%28%00%29%27-- HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 200 /],
  [
    'a question of forty kilobytes',
    `GET /search?q=${'a+'.repeat(5000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    /^HTTP\/1\.1 [24]\d\d /,
  ],
  ['an unknown method', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 40[05] /],
  [
    'a cookie of nonsense',
    'GET /desk HTTP/1.1\r\nHost: x\r\nCookie: stet-session=%%%;;=;\xff\r\n\r\n',
    /^HTTP\/1\.1 30[23] /,
  ],
  ['languages nobody speaks', 'GET / HTTP/1.1\r\nHost: x\r\nAccept-Language: ;;q=,*;q=9,\r\n\r\n', /^HTTP\/1\.1 200 /],
  [
    'dates that are none',
    'GET /still-here HTTP/1.1\r\nHost: x\r\nAccept-Datetime: never\r\nIf-Modified-Since: ?\r\n\r\n',
    /^HTTP\/1\.1 [24]00 /,
  ],
];

for (const [name, bytes, wanted] of ODD_REQUESTS) {
  test(`an odd request is answered: ${name}`, async () => {
    assert.match(await exchange(bytes), wanted);
  });
}

const MULTIPART = 'multipart/form-data; boundary=b';
const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const ODD_FORMS: readonly (readonly [string, string, string, number])[] = [
  ['an unknown field', 'application/x-www-form-urlencoded', 'name=a&password=b&role=administrator', 400],
  ['a field twice', 'application/x-www-form-urlencoded', 'name=a&name=b&password=c', 400],
  ['a field as a list', 'application/x-www-form-urlencoded', 'name[]=a&password=c', 400],
  ['a prototype', 'application/x-www-form-urlencoded', '__proto__=a&name=b', 400],
  ['half a character', 'application/x-www-form-urlencoded', 'name=%ff%&password=%', 422],
  ['no field at all', 'application/x-www-form-urlencoded', '', 422],
  ['an overlong field', 'application/x-www-form-urlencoded', `name=${'a'.repeat(60_000)}&password=b`, 422],
  ['parts without a boundary', 'multipart/form-data', part('name', 'a'), 400],
  ['parts that never end', MULTIPART, part('name', 'a'), 400],
  ['parts cut off in a head', MULTIPART, '--b\r\nContent-Dispos', 400],
  ['a part without a name', MULTIPART, '--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n', 400],
  ['a thousand parts', MULTIPART, `${part('name', 'a').repeat(1000)}--b--\r\n`, 413],
  [
    'a file where none belongs',
    MULTIPART,
    '--b\r\nContent-Disposition: form-data; name="x"; filename="y"\r\n\r\nz\r\n--b--\r\n',
    400,
  ],
  ['what is no form', 'application/json', '{"name":["a"]}', 415],
  ['a kind of form nobody knows', 'text/?', 'x', 415],
];

for (const [index, [name, type, body, status]] of ODD_FORMS.entries()) {
  // One language each: whoever sends too many is told to wait.
  const language = index % 2 ? 'fr' : 'en';
  test(`an odd form is answered: ${name}`, async () => {
    const head = `POST /desk/sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Language: ${language}`;
    const length = Buffer.byteLength(body);
    const answer = await exchange(`${head}\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n${body}`);
    assert.equal(Number(answer.slice(9, 12)), status, answer.slice(0, 300));
    assert.match(answer, new RegExp(`<html lang="${language}"`));
  });
}

test('two hundred who dawdle in the middle of a request keep nobody waiting', async () => {
  const { port } = new URL(server.address);
  const slow = Array.from({ length: 200 }, (_, index) => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(
        index % 2 ? 'GET / HT' : 'POST /desk/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 999\r\nContent-Type: ',
      ),
    );
    return socket.on('error', () => {});
  });
  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${server.address}/still-here`)));
  assert.ok(answers.every(({ status }) => status === 200));
  for (const socket of slow) socket.destroy();
});

const ODD_TEXTS: readonly (readonly [string, string, string, RegExp])[] = [
  ['a note calling itself', 'note.md', 'Text[^1].\n\n[^1]: See[^1] and [^1].\n', /role="doc-endnotes"/],
  ['notes calling each other', 'notes.md', 'Text[^1].\n\n[^1]: See[^2].\n\n[^2]: See[^1].\n', /role="doc-endnotes"/],
  ['ten thousand quotations in one another', 'quotes.md', `${'> '.repeat(10_000)}deep\n`, /deep/],
  ['lists in lists', 'lists.md', Array.from({ length: 200 }, (_, at) => `${'  '.repeat(at)}- in`).join('\n'), /<li>/],
  ['a line of a megabyte', 'line.txt', `Begin ${'and so on '.repeat(100_000)}end.\n`, /Begin and so on/],
  ['right to left', 'rtl.md', 'שלום עולם. זהו טקסט קצר שנכתב מימין לשמאל.\n', /dir="auto"/],
  ['brackets that close nothing', 'open.md', `${'['.repeat(50_000)}\n`, /\[\[\[/],
  ['markup of another kind', 'html.md', 'Words, and <b>then</b> <img src=x onerror=alert(1)>\n', /&lt;img src=x/],
  ['fifty thousand lines', 'lines.txt', 'a\n'.repeat(50_000), /a a a|a<br/],
];

for (const [name, fileName, body, wanted] of ODD_TEXTS) {
  test(`an odd text is read, edited and published: ${name}`, async () => {
    await ada.get('/desk/new');
    let seen = await ada.post(
      '/desk/new',
      { pasted: '', format: 'auto' },
      { name: fileName, bytes: Buffer.from(body) },
    );
    for (let wait = 0; seen.refresh !== null && wait < 600; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      seen = await ada.get(seen.path);
    }
    assert.match(seen.path, /\/reading$/);
    assert.ok(seen.html.length < 2_000_000, `a page of ${seen.html.length} characters`);
    const text = seen.path.replace('/reading', '');
    const editor = await ada.post(`${text}/reading/confirm`, fieldsOf(seen.html));
    assert.match(editor.path, /\/edit/);
    const fields = { ...fieldsOf(editor.html), 'value.title': `Odd: ${name}`, act: 'save' };
    const saved = await ada.post(`${text}/edit`, fields);
    assert.match(saved.path, /done=saved/);
    const published = await ada.post(`${text}/publish`, {
      version: fieldsOf(saved.html).version!,
      slug: '',
      reason: '',
      'all-the-same': 'yes',
    });
    assert.match(published.path, /done=published/, published.html);
    const page = await ada.get(`/odd-${name.replaceAll(' ', '-')}`);
    assert.equal(page.status, 200);
    assert.match(page.html, wanted);
  });
}

/** Sends bytes as they are; what came back when the other side closed, or had said it all. */
function exchange(bytes: string): Promise<string> {
  const { port } = new URL(server.address);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.setTimeout(1500, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk;
      if (answer.includes('</html>') || /^HTTP\/1\.1 30/.test(answer)) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

/** A body without end, until the other side has enough of it. */
function sendForEver(head: readonly string[]): Promise<{ readonly answer: string; readonly bytes: number }> {
  const { port } = new URL(server.address);
  const isChunked = head.some((line) => line.endsWith('chunked'));
  const piece = Buffer.alloc(64 * 1024, 'a');
  const chunk = isChunked ? Buffer.concat([Buffer.from('10000\r\n'), piece, Buffer.from('\r\n')]) : piece;
  const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="big.txt"\r\n\r\n';
  const opening = isChunked ? `${file.length.toString(16)}\r\n${file}\r\n` : file;
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n${opening}`);
      pour();
    });
    const pour = () => {
      while (!socket.destroyed && answer === '' && socket.bytesWritten < GIGABYTE && socket.write(chunk));
    };
    socket.setTimeout(5000, () => socket.destroy());
    socket.on('drain', pour);
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve({ answer, bytes: socket.bytesWritten }));
  });
}
