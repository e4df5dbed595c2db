// The running text of two dictionaries in the public domain, with their headwords: the nearest thing to a corpus of the nineteenth century that packages ship.

export interface Book {
  readonly paragraphs: readonly string[];
  readonly headwords: readonly string[];
}

/** Littré's definitions and citations, without his medieval examples and etymologies. */
export function readLittre(dictionary: string): Book {
  const kept = dictionary.replace(
    /<b><big>(?:HISTORIQUE|ÉTYMOLOGIE)<\/big><\/b>[\s\S]*?(?=<b><big>SUPPLÉMENT|<i><small>\(|$)/g,
    '\n\n',
  );
  const plain = kept
    .replace(/<i><small>[\s\S]*?<\/small><\/i>/g, '\n\n')
    .replace(/<b><big>[\s\S]*?<\/big><\/b>/g, '\n\n')
    .replace(/<span foreground="#(?:B22222|556B2F)">[\s\S]*?<\/span>,?/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/\[[^\]]*\]/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll("'", '’')
    // Littré's digital text writes the two letters apart.
    .replace(/(?<=\p{L}|\P{L})oe(?=[ui])/gu, 'œ')
    .replace(/(?<!\p{L})O[eE](?=[uiUI])/gu, 'Œ');
  return { paragraphs: paragraphsOf(plain), headwords: [] };
}

/** What is marked as Webster's of 1913 or as WordNet's; the later additions, which have another licence, are left out. */
export function readWebster(dictionary: string): Book {
  const headwords: string[] = [];
  const paragraphs: string[] = [];
  for (const entry of dictionary.split(/\n\n(?=[^\s])/)) {
    const head = /^([\p{L}' -]+?) +\\/u.exec(entry)?.[1];
    let pending: string[] = [];
    for (const paragraph of entry.split(/\n\n+/)) {
      pending.push(paragraph);
      if (!/^\s*\[.*\]\s*$/m.test(paragraph.split('\n').at(-1) ?? '')) continue;
      if (/\[(?:1913 Webster|WordNet 1\.5)\]\s*$/.test(paragraph)) {
        paragraphs.push(...pending.map(plainWebster));
        if (head !== undefined) headwords.push(head);
      }
      pending = [];
    }
  }
  return { paragraphs, headwords };
}

function plainWebster(paragraph: string): string {
  return paragraph
    .replace(/\\[^\\]*\\/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/--[A-Z][\w. ]*(?=\s|$)/g, '. ')
    .replace(/[{}]/g, '')
    .replace(/^\S.*?\n/, '')
    .replaceAll("'", '’')
    .replace(/\s+/g, ' ')
    .trim();
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.length > 0);
}
