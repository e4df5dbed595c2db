// Computes, in the reader's browser, what a revision's proof claims. Every hash and the signature are worked out here from what is
// fetched; each line of the page then says what was compared, not merely that it was right.
type Outcome = { readonly kind: 'good' | 'bad' | 'unable'; readonly values?: Readonly<Record<string, string>> };

const list = document.querySelector<HTMLElement>('.checks');
if (list) void verify(list);

async function verify(place: HTMLElement): Promise<void> {
  const { address = '', text = '', revision = '', keys = '' } = place.dataset;
  const show = (check: string, outcome: Outcome) => showOutcome(place, check, outcome);
  const manifest = await bytesOf(`${address}/manifest.txt`);
  const files = await checkFiles(address, manifest);
  show('files', files.outcome);
  show('page', await guarded(() => checkPage(address, files.body)));
  const proof = readProof(decode(await bytesOf(`${address}.tlog-proof`)));
  show('leaf', await guarded(() => checkLeaf(proof, manifest, text, Number(revision))));
  show('inclusion', await guarded(() => checkInclusion(proof)));
  show('signature', await guarded(() => checkSignature(proof.checkpoint, keys.split(' '))));
}

async function checkFiles(address: string, manifest: Uint8Array<ArrayBuffer>) {
  let body = '';
  let bytes = 0;
  const lines = decode(manifest).trimEnd().split('\n');
  const wrong: string[] = [];
  for (const line of lines) {
    const [expected = '', name = ''] = line.split('  ');
    const file = await bytesOf(`${address}/${name}`);
    bytes += file.length;
    if (name === 'body.html') body = decode(file);
    if (hex(await sha256(file)) !== expected) wrong.push(name);
  }
  const outcome: Outcome =
    wrong.length > 0
      ? { kind: 'bad', values: { files: wrong.join(', ') } }
      : { kind: 'good', values: { count: String(lines.length), bytes: bytes.toLocaleString() } };
  return { outcome, body };
}

/** The page people read is more than its text; the text in it must be the recorded one, to the byte. */
async function checkPage(address: string, body: string): Promise<Outcome> {
  const page = decode(await bytesOf(address));
  return { kind: body !== '' && page.includes(body) ? 'good' : 'bad' };
}

async function checkLeaf(
  { leaf }: Proof,
  manifest: Uint8Array<ArrayBuffer>,
  text: string,
  revision: number,
): Promise<Outcome> {
  const said = JSON.parse(decode(leaf)) as Record<string, unknown>;
  const hash = hex(await sha256(manifest));
  const isIt =
    said.kind === 'revision.publish' && said.text === text && said.revision === revision && said.manifest === hash;
  return { kind: isIt ? 'good' : 'bad', values: { hash, at: String(said.at) } };
}

/** RFC 9162, 2.1.3.2. */
async function checkInclusion({ index, leaf, hashes, checkpoint }: Proof): Promise<Outcome> {
  const [, size = '', root = ''] = checkpoint.split('\n');
  let [at, last] = [index, Number(size) - 1];
  let hash = await sha256(joined(Uint8Array.of(0), leaf));
  let isSound = at <= last;
  for (const sibling of hashes) {
    isSound &&= last > 0;
    if (at % 2 === 1 || at === last) {
      hash = await sha256(joined(Uint8Array.of(1), sibling, hash));
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      hash = await sha256(joined(Uint8Array.of(1), hash, sibling));
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  const isIn = isSound && last === 0 && hex(hash) === hex(fromBase64(root));
  return { kind: isIn ? 'good' : 'bad', values: { index: String(index), size, root } };
}

/** C2SP signed-note: at least one key of the log signed, and none of them wrongly. */
async function checkSignature(checkpoint: string, keys: readonly string[]): Promise<Outcome> {
  const split = checkpoint.lastIndexOf('\n\n');
  const signed = new TextEncoder().encode(checkpoint.slice(0, split + 1));
  const lines = checkpoint
    .slice(split + 2)
    .trimEnd()
    .split('\n');
  let key: string | undefined;
  for (const line of lines) {
    const [, name = '', signature = ''] = line.split(' ');
    const bytes = fromBase64(signature);
    const known = keys.find((one) => one.startsWith(`${name}+${hex(bytes.subarray(0, 4))}+`));
    if (!known) continue;
    const raw = fromBase64(known.slice(`${name}+01234567+`.length)).subarray(1);
    const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    if (!(await crypto.subtle.verify('Ed25519', imported, bytes.subarray(4), signed))) return { kind: 'bad' };
    key ??= known;
  }
  return key === undefined ? { kind: 'bad' } : { kind: 'good', values: { key } };
}

interface Proof {
  readonly index: number;
  readonly leaf: Uint8Array<ArrayBuffer>;
  readonly hashes: readonly Uint8Array<ArrayBuffer>[];
  readonly checkpoint: string;
}

function readProof(file: string): Proof {
  const split = file.indexOf('\n\n');
  const [, extra = '', index = '', ...hashes] = file.slice(0, split).split('\n');
  return {
    index: Number(index.replace('index ', '')),
    leaf: fromBase64(extra.replace('extra ', '')),
    hashes: hashes.map(fromBase64),
    checkpoint: file.slice(split + 2),
  };
}

/** What a browser cannot do is said to be not done, never to be right. */
async function guarded(check: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await check();
  } catch {
    return { kind: 'unable' };
  }
}

function showOutcome(place: HTMLElement, check: string, { kind, values = {} }: Outcome): void {
  const line = place.querySelector<HTMLElement>(`[data-check="${check}"]`);
  const outcome = line?.querySelector('.outcome');
  if (!line || !outcome) return;
  line.classList.add(kind);
  outcome.textContent = (line.dataset[kind] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(path, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
