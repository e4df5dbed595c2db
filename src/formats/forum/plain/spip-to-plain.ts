import { htmlToPlain } from './html-to-plain.ts';

/**
 * A forum post as SPIP keeps it, in SPIP's shortcuts with HTML among them, as plain text with the forum's small markup.
 *
 * @example
 * spipToPlain('{{Non}}, voir [ce texte->https://example.org/x].') // '*Non*, voir ce texte (https://example.org/x).'
 */
export function spipToPlain(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/^-[*#]*[^\S\n]+/gm, '- ')
    .replace(/\n_ +/g, '\n');
  const html = SHORTCUTS.reduce((done, [pattern, instead]) => done.replace(pattern, instead), lines);
  return htmlToPlain(html, { newlines: 'kept' });
}

const SHORTCUTS: readonly (readonly [RegExp, string])[] = [
  // <multi>[fr]words[en]the same words</multi>: each on its line.
  [/<multi>[^\S\n]*\[[a-z]{2,3}(?:_[a-z]{2,8}){0,2}\]/g, ''],
  [/\[[a-z]{2,3}(?:_[a-z]{2,8}){0,2}\](?=[^[\]<>]{0,2000}(?:\[[a-z_]{2,12}\]|<\/multi>))/g, '\n'],
  [/<\/?multi>|<(?:doc|img|emb)\d+[^<>]*>/gi, ''],
  [/\[\[([^[\]]*)\]\]/g, ' ($1)'],
  [/\[\?([^[\]\n|]+)(?:\|[^[\]\n]*)?\]/g, '$1'],
  // [words->address], [words|its title->address]
  [/\[([^[\]|\n]*)(?:\|[^[\]\n]*)?->([^[\]\s"<>]*)\]/g, '<a href="$2">$1</a>'],
  [/\{\{\{([^{}]*)\}\}\}/g, '\n\n<b>$1</b>\n\n'],
  [/\{\{([^{}]*)\}\}/g, '<b>$1</b>'],
  [/\{([^{}\n]*)\}/g, '<i>$1</i>'],
];
