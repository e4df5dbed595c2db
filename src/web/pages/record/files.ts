// What the record is checked against: a revision's manifest, the files it names, its proof.
import { Refusal } from '#domain/refusal.ts';
import { findSlugOf } from '#operations/reads/record.ts';
import { readProof, readRecordedFile } from '#operations/reads/record-proof.ts';
import type { Answer } from '../../http/answer.ts';
import type { Page, Visit } from '../../http/route.ts';
import { findText, revisionNumber } from '../text/find-text.ts';

export const MANIFEST_FILES = ['manifest.txt', 'body.html', 'metadata.json', 'plain.txt', 'source.md'] as const;
const PLAIN = 'text/plain; charset=utf-8';
const TYPES: Readonly<Record<string, string>> = {
  'metadata.json': 'application/json; charset=utf-8',
  'source.md': 'text/markdown; charset=utf-8',
  // A part of a page, to be hashed and read rather than shown: it is not a page of its own.
  'body.html': PLAIN,
};

/** Byte for byte what the leaf vouches for. */
export const manifestFile =
  (name: (typeof MANIFEST_FILES)[number]): Page =>
  async (visit): Promise<Answer> => {
    const number = revisionNumber(visit.params.number);
    const found = await findText(visit);
    if (found.kind === 'elsewhere') return found.answer;
    const body = await readRecordedFile(visit.context, { textId: found.textId, number, name });
    if (body === null) throw new Refusal('not-found');
    return { kind: 'bytes', contentType: TYPES[name] ?? PLAIN, body, headers: { 'x-robots-tag': 'noindex' } };
  };

export async function revisionProof(visit: Visit): Promise<Answer> {
  const number = revisionNumber(visit.params.number);
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const body = await readProof(visit.context, { textId: found.textId, number });
  if (body === null) throw new Refusal('not-found');
  return { kind: 'bytes', contentType: PLAIN, body, headers: { 'x-robots-tag': 'noindex' } };
}

/** `/text/<id>/…`: leaves name a text by its id, which no renaming changes. */
export async function textById({ context, params, url }: Visit): Promise<Answer> {
  const id = params.id ?? '';
  const slug = await findSlugOf(context, { textId: id });
  if (slug === null) throw new Refusal('not-found');
  return { kind: 'redirect', to: `/${slug}${url.pathname.slice(`/text/${id}`.length)}${url.search}`, status: 308 };
}
