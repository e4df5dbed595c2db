// Style sheets, scripts, fonts and the icon, made ready once at start and served under the hash of their content, for ever.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressForKeeping, isWorthCompressing } from './compression.ts';

export interface Assets {
  /** `public.css` -> `/assets/Zk3…/public.css`. */
  path(name: string): string;
  find(path: string): Asset | undefined;
  /** Changes when any of them does. */
  readonly stamp: string;
}

export interface Asset {
  readonly contentType: string;
  readonly identity: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

const STYLES = folder('../styles/');
const BROWSER = folder('../browser/');
const FONTS = folder('../fonts/');
const FONT_NAME = /^eb-garamond-(latin|latin-ext|greek|greek-ext|cyrillic|cyrillic-ext)-wght-(normal|italic)\.woff2$/;
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
};

export async function loadAssets(): Promise<Assets> {
  const paths = new Map<string, string>();
  const byPath = new Map<string, Asset>();
  const keep = async (name: string, body: Buffer) => {
    const path = `/assets/${hashOf(body)}/${name}`;
    paths.set(name, path);
    byPath.set(path, await assetOf(TYPES[extname(name)] ?? 'application/octet-stream', body));
  };
  const pathOf = (name: string) => {
    const path = paths.get(name);
    if (path === undefined) throw new Error(`no such asset: ${name}`);
    return path;
  };

  for (const { name, body } of [...fonts(), ...icons()]) await keep(name, body);
  // The style sheets name fonts as `asset:NAME`, known only by now.
  for (const { name, body } of await styles(pathOf)) await keep(name, body);
  for (const { name, body } of await scripts()) await keep(name, body);
  return { path: pathOf, find: (path) => byPath.get(path), stamp: hashOf(Buffer.from([...paths.values()].join())) };
}

async function assetOf(contentType: string, identity: Buffer): Promise<Asset> {
  if (!isWorthCompressing(contentType, identity.length))
    return { contentType, identity, gzip: identity, brotli: identity };
  return { contentType, identity, ...(await compressForKeeping(identity)) };
}

interface NamedBytes {
  readonly name: string;
  readonly body: Buffer;
}

// Our own cut of EB Garamond carries the small capitals and old-style figures that the package's leaves out;
// the package gives the other scripts and the bold weights.
function fonts(): NamedBytes[] {
  const own = readdirSync(FONTS).filter((name) => name.endsWith('.woff2'));
  const files = fileURLToPath(new URL('./files/', packageFolder('@fontsource-variable/eb-garamond')));
  const packaged = readdirSync(files).filter((name) => FONT_NAME.test(name));
  return [
    ...own.map((name) => ({ name, body: readFileSync(`${FONTS}${name}`) })),
    ...packaged.map((name) => ({ name, body: readFileSync(`${files}${name}`) })),
  ];
}

function icons(): NamedBytes[] {
  return ['icon.svg'].map((name) => ({ name, body: readFileSync(`${STYLES}${name}`) }));
}

async function styles(pathOf: (name: string) => string): Promise<NamedBytes[]> {
  const { build } = await import('esbuild');
  const names = ['public.css', 'desk.css'].filter((name) => existsSync(`${STYLES}${name}`));
  return Promise.all(
    names.map(async (name) => {
      const { outputFiles } = await build({
        entryPoints: [`${STYLES}${name}`],
        bundle: true,
        minify: true,
        target: 'es2022',
        external: ['asset:*'],
        write: false,
      });
      const code = outputFiles.map((file) => file.text).join('');
      return { name, body: Buffer.from(code.replace(/asset:([\w.-]+)/g, (_, asset: string) => pathOf(asset))) };
    }),
  );
}

/** The desk's, what verifies a revision in the reader's own browser, what a preview works on while it is read, what words selected lead to, and what shows those that were answered. */
async function scripts(): Promise<NamedBytes[]> {
  const { build } = await import('esbuild');
  return Promise.all(
    ['desk', 'verify', 'forum', 'selection', 'selection-offer', 'quoted'].map(async (name) => {
      const { outputFiles } = await build({
        entryPoints: [`${BROWSER}${name}.ts`],
        bundle: true,
        minify: true,
        format: 'iife',
        target: 'es2022',
        write: false,
      });
      return { name: `${name}.js`, body: Buffer.concat(outputFiles.map(({ contents }) => contents)) };
    }),
  );
}

function folder(relative: string) {
  return fileURLToPath(new URL(relative, import.meta.url));
}

function packageFolder(name: string): URL {
  return new URL(`file://${createRequire(import.meta.url).resolve(`${name}/package.json`)}`);
}

function hashOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 12);
}
