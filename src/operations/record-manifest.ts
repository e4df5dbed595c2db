import { manifestHash, writeManifest } from '#record/manifest.ts';
import type { RecordedFiles } from '#store/recorded-files.ts';

export type FileTexts = Omit<RecordedFiles, 'manifest'>;

/** What a revision consists of, under the names its manifest gives it; in the manifest's order. */
export const RECORDED_FILES = {
  'body.html': 'bodyHtml',
  'metadata.json': 'metadata',
  'plain.txt': 'plainText',
  'source.md': 'source',
} as const satisfies Readonly<Record<string, keyof FileTexts>>;

export type RecordedFileName = keyof typeof RECORDED_FILES;

export function manifestOf(texts: FileTexts): { readonly manifest: string; readonly hash: string } {
  const files = Object.entries(RECORDED_FILES).map(([path, name]) => ({ path, bytes: Buffer.from(texts[name]) }));
  const manifest = writeManifest(files);
  return { manifest, hash: manifestHash(manifest) };
}
