import { readdirSync, readFileSync } from 'node:fs';
import { parseWork, type Work } from './work.ts';

/** Texts kept for the held-out set: nothing made from them is ever seen while developing. */
const HELD_OUT = new Set([
  'glassworks-history',
  'second-preface',
  'obituary-ropemaker',
  'allotment-minutes',
  'proces-verbal-fanfare',
  'voyage-en-patache',
  'bell-letters',
  'entretien-horloger',
  'avant-propos',
  'le-four-a-pain',
]);

export type Share = 'development' | 'held-out';

export function listWorks(share: Share, language: 'en' | 'fr'): readonly Work[] {
  const works = [...readFolder('../../samples/'), ...readFolder('./bases/')];
  return works.filter(
    (work) => work.language === language && HELD_OUT.has(work.slug) === (share === 'held-out') && work.parts.length > 4,
  );
}

const folders = new Map<string, readonly Work[]>();

function readFolder(folder: string): readonly Work[] {
  const known = folders.get(folder);
  if (known) return known;
  const url = new URL(folder, import.meta.url);
  const works = readdirSync(url)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => parseWork(name.slice(0, -3), readFileSync(new URL(name, url), 'utf8')));
  folders.set(folder, works);
  return works;
}
