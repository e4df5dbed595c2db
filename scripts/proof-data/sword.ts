// Books in the format of the SWORD project: blocks pressed by zlib, found by a table of their places, in markup called OSIS.
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

const PLACE_BYTES = 12;

/** The paragraphs of a module, without its markup; `file` is its path without the last letter of the extension. */
export function readSword(file: string): string[] {
  const places = readFileSync(`${file}s`);
  const blocks = readFileSync(`${file}z`);
  const paragraphs: string[] = [];
  for (let at = 0; at + PLACE_BYTES <= places.length; at += PLACE_BYTES) {
    const start = places.readUInt32LE(at);
    const length = places.readUInt32LE(at + 4);
    if (length > 0) paragraphs.push(...plain(inflateSync(blocks.subarray(start, start + length)).toString('utf8')));
  }
  return paragraphs;
}

/** Verses are named all through, and titles are no sentences: both part paragraphs. */
function plain(block: string): string[] {
  return block
    .replace(/<title\b[\s\S]*?<\/title>|<reference\b[\s\S]*?<\/reference>/g, '<p>')
    .replace(/<hi type="(?:italic|bold)">|<\/hi>/g, '')
    .split(/<[^>]*>|\0/)
    .map((text) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replace(/\s+/g, ' ').trim())
    .filter((text) => text.length > 60);
}
