/** A word that no dictionary has, as published texts of this library write it. */
export interface LibraryWord {
  /** As most of them write it. */
  readonly written: string;
  /** How many published texts have it, the text proofed not among them. */
  readonly texts: number;
}

/** The library's words by their lower case, with typewriter apostrophes. */
export type Library = ReadonlyMap<string, LibraryWord>;

/** In this many texts a word is the library's own, and no misreading. */
const OWN_FROM = 2;

export function foldLibrary(words: readonly LibraryWord[]): Library {
  return new Map(words.map((word) => [word.written.toLowerCase().replaceAll('’', "'"), word]));
}

export function isLibrarys(library: Library, lower: string): boolean {
  return (library.get(lower)?.texts ?? 0) >= OWN_FROM;
}
