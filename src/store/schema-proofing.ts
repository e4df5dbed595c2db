/** The tables of proofing and of the misprints readers report. */
export interface ProofingTables {
  stet_answer: StetAnswerTable;
  draft_change: DraftChangeTable;
  proof_switch: ProofSwitchTable;
  lexicon_word: LexiconWordTable;
  proof_count: ProofCountTable;
  text_words: TextWordsTable;
  library_word: LibraryWordTable;
  proof_result: ProofResultTable;
  misprint: MisprintTable;
  misprint_key: MisprintKeyTable;
}

/** “Let it stand”, said of a finding. */
interface StetAnswerTable {
  id: string;
  text_id: string;
  rule: string;
  words: string;
  /** Hashes of the words before and after; empty for every place of the text. */
  context: string;
  /** What it looked like, to be shown when nothing answers to it any more. */
  excerpt: string;
  created_by: string | null;
  created_at: string;
}

/** A correction accepted into a draft: the reason of the revision it becomes. */
interface DraftChangeTable {
  id: string;
  text_id: string;
  /** Of the draft: what it was begun from. */
  base_number: number;
  /** Of the draft, once it was made. */
  version: number;
  /** A rule of proofing, or `misprint` for what a reader reported. */
  rule: string;
  words: string;
  instead: string;
  /** Offsets of `instead` in the source of that version, ascending. */
  places: string;
  /** A reader who wants to be named. */
  credit: string | null;
  created_by: string | null;
  created_at: string;
}

/** A rule that asks no more: of one text, or of the site, whose `text_id` is empty. */
interface ProofSwitchTable {
  text_id: string;
  rule: string;
  created_by: string | null;
  created_at: string;
}

interface LexiconWordTable {
  word: string;
  created_by: string | null;
  created_at: string;
}

/** What proofing last asked of a text, stets and all. */
interface ProofCountTable {
  text_id: string;
  rule: string;
  findings: number;
}

/** The words of a published text that no dictionary has: JSON, as written. */
interface TextWordsTable {
  text_id: string;
  /** 1: to be counted anew. */
  due: number;
  words: string;
}

/** How many published texts have a word; by its lower case. */
interface LibraryWordTable {
  word: string;
  written: string;
  texts: number;
}

/** What proofing last said of a draft, under what it was asked of. */
interface ProofResultTable {
  text_id: string;
  key: string;
  findings: string;
}

/** What a reader says is wrong. No public read touches it. */
interface MisprintTable {
  id: string;
  text_id: string;
  number: number;
  block_id: string | null;
  words: string;
  instead: string;
  name: string | null;
  state: string;
  ticket: string;
  day: string;
  /** Of the sender's address, under the key of the day; dropped with that key. */
  mark: string | null;
  created_at: string;
  decided_by: string | null;
  decided_at: string | null;
}

interface MisprintKeyTable {
  day: string;
  key: Uint8Array;
}
