/** A title as it is filed: without marks, capitals, punctuation and a leading article. */
export function titleOrder(title: string): string {
  const plain = filed(title);
  return plain.replace(/^(?:the|a|an|le|la|les|l|un|une|des) (?=\S)/, '') || plain;
}

/** A person's name as it is filed: the last word first, unless a comma says it is so already. */
export function nameOrder(name: string): string {
  if (name.includes(',')) return filed(name);
  const words = filed(name).split(' ');
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}

export function filed(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
