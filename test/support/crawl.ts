// Everything a stranger can get at: every address of the route table filled in with everything there is to fill in, and every
// file the program wrote outside its database.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { routes } from '#web/routes.ts';

export interface Fillings {
  readonly slugs: readonly string[];
  /** Of contributions, texts, blocks: whatever an `:id` may be. */
  readonly ids: readonly string[];
  /** Whatever a `*` may be. */
  readonly rests: readonly string[];
  /** Added after `?` to addresses that read a query. */
  readonly queries: readonly string[];
}

/** Private to the program: not what this looks through. */
const DATABASE = /^stet\.sqlite(-wal|-shm)?$/;
const ENCODINGS = ['identity', 'gzip', 'br'];

export interface Crawled {
  /** `where` the marker was found; nothing else is said of it. */
  readonly hits: readonly string[];
  readonly asked: number;
  readonly files: number;
}

/** Looks for the marker in every answer to a visitor, headers included, and in every file. */
export async function crawl({
  address,
  dataFolder,
  fillings,
  marker,
}: {
  readonly address: string;
  readonly dataFolder: string;
  readonly fillings: Fillings;
  readonly marker: string;
}): Promise<Crawled> {
  const paths = pathsOf(fillings);
  const hits: string[] = [];
  for (const [index, path] of paths.entries()) {
    // Compressed forms are stored apart: each kind has its turn.
    const encoding = ENCODINGS[index % ENCODINGS.length]!;
    const answer = await fetch(`${address}${path}`, {
      redirect: 'manual',
      headers: { 'accept-encoding': encoding, 'x-forwarded-for': anybody(index) },
    });
    if (answer.status === 429) throw new Error(`${path} was refused: the crawl saw nothing`);
    const head = JSON.stringify([...answer.headers]);
    if (`${head}${await answer.text()}`.includes(marker)) hits.push(path);
  }
  const files = filesIn(dataFolder).filter((file) => !DATABASE.test(file));
  for (const file of files) if (readFileSync(join(dataFolder, file)).includes(marker)) hits.push(`file ${file}`);
  return { hits, asked: paths.length, files: files.length };
}

/** Each question from another address, behind a proxy the site trusts: nobody asks too often. */
const anybody = (index: number) => `198.51.${Math.floor(index / 250) % 250}.${index % 250}`;

function pathsOf({ slugs, ids, rests, queries }: Fillings): readonly string[] {
  const choices: Readonly<Record<string, readonly string[]>> = {
    slug: slugs,
    id: ids,
    number: ['1', '2'],
    name: ['x', 'nadia'],
    token: ids.slice(0, 1),
    range: ['1..2'],
    language: ['fr'],
    key: ids.slice(0, 1),
    log: ['2'],
    '*': rests,
  };
  const plain = routes.filter(({ method }) => method === 'GET').flatMap(({ path }) => filled(path, choices));
  const asked = plain.filter((path) => /^\/[\w-]*$|forum|search|misprint|cite|contributions/.test(path));
  return [...new Set([...plain, ...asked.flatMap((path) => queries.map((query) => `${path}?${query}`))])];
}

/** `/:slug/forum/:id` -> one for each slug and each id. */
function filled(path: string, choices: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const parameter = /:(\w+)|\*/.exec(path);
  if (!parameter) return [path];
  const [written, name = written] = parameter;
  return (choices[name] ?? ['x']).flatMap((value) =>
    filled(path.replace(written, written === '*' ? value : encodeURIComponent(value)), choices),
  );
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path));
}
