// Silent reading of prose in print runs to some 240 words a minute (Brysbaert 2019); texts with notes go slower.
const WORDS_A_MINUTE = 230;

export const readingMinutes = (words: number) => Math.max(1, Math.round(words / WORDS_A_MINUTE));
