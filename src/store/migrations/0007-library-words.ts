import type { Engine } from '../engines/engine.ts';

/** What the published texts have in words that no dictionary knows, and what proofing last said of a draft: both derived. Texts published before are counted by and by. */
export const libraryWords = (engine: Engine): readonly string[] => [
  `create table text_words (
    text_id text primary key references text (id) on delete cascade,
    due integer not null,
    words text not null
  ) ${engine.tableEnd}`,
  'create index text_words_due on text_words (due) where due = 1',
  `insert into text_words (text_id, due, words) select id, 1, '[]' from text where number > 0 and withdrawn_at is null`,
  `create table library_word (
    word text primary key,
    written text not null,
    texts integer not null
  ) ${engine.tableEnd}`,
  'create index library_word_texts on library_word (texts)',
  `create table proof_result (
    text_id text primary key references draft (text_id) on delete cascade,
    key text not null,
    findings text not null
  ) ${engine.tableEnd}`,
];
