/** “keepe”, “warr”, “mayd”: written so before spelling was settled, and no slip of a scan. */
export function isOldSpelling(read: string, modern: string): boolean {
  return (
    read.length >= modern.length &&
    read !== modern &&
    settled(read) === settled(modern) &&
    !/^(.)\1/.test(read) &&
    modern.length > 2
  );
}

function settled(word: string): string {
  return word
    .replace(/y/g, 'i')
    .replace(/(.)\1/g, '$1')
    .replace(/e(?=s?$)/, '')
    .replace(/ck/g, 'k')
    .replace(/ie(?=s?$)/, 'i');
}
