// The forum of a SPIP site: the table spip_forum, with what other tables say of the pages it is about.
import {
  FORUM_LIMITS,
  type ForumPiece,
  type ImportedState,
  problemPiece,
  type RowPiece,
  type TableRow,
} from '../imported.ts';
import { momentOf } from '../moment-of.ts';
import { spipToPlain } from '../plain/spip-to-plain.ts';
import { oneLine, wordsOf } from '../words-of.ts';

/** The tables that matter, whatever the site's prefix. */
export const isSpipTable = (table: string) => SPIP_TABLE.test(table);

const SPIP_TABLE = /^(?:.*_)?(forum|articles?|breves?|rubriques?|syndic|urls)$/;

/**
 * Rows of SPIP's tables as pieces. `publie` is validated, `prop` waiting, `off` refused, `spam` spam; the private forums of the
 * editors (`priv…`), what was never sent and trackbacks are left out, each with a problem. A state nobody knows waits.
 */
export function* readSpip(rows: Iterable<RowPiece>): Generator<ForumPiece> {
  let count = 0;
  for (const row of rows) {
    if (row.kind === 'problem') yield row;
    else {
      const table = SPIP_TABLE.exec(row.table)?.[1];
      if (table === 'urls') yield* readAddress(row);
      else if (table && table !== 'forum') yield* readPage(row, table.replace(/s$/, ''));
      // `spip_mots_forum` and `spip_documents_forum` end alike, and hold two numbers a row.
      if (table !== 'forum' || row.values.texte === undefined) continue;
      count += 1;
      if (count > FORUM_LIMITS.contributions)
        return yield problemPiece('forum-many', 'Too many contributions; the rest was not read.', row);
      yield* readPost(row);
    }
  }
}

/** An article, a section, a brief, a site: its `kind` names the column of its number. */
function* readPage({ values }: TableRow, kind: string): Generator<ForumPiece> {
  const id = values[`id_${kind}`];
  const titre = values.titre ?? values.nom_site;
  if (!id || titre === undefined) return;
  // From 1.8 to 1.9 the address was a column of the page itself.
  const url = values.url_propre?.trim() || null;
  for (const title of titlesOf(titre ?? ''))
    yield { kind: 'text', text: { foreignId: `${kind} ${id}`, slug: null, url, title: title || null } };
}

/** One for each language of `<multi>[fr]Du sel[en]On salt</multi>`, without the number SPIP orders by, which it never shows. */
function titlesOf(titre: string): readonly string[] {
  const languages = /^(\s*\d+\. +)?\s*<multi>(.*)<\/multi>\s*$/s.exec(titre)?.[2]?.split(LANGUAGE_MARK);
  const titles = languages ? languages.filter((one) => one.trim() !== '') : [titre];
  return titles.map((one) => oneLine(one).replace(/^\d+\. +/, ''));
}

const LANGUAGE_MARK = /\[[a-z]{2,3}(?:_[a-z]{2,8}){0,2}\]/;

function* readAddress({ values }: TableRow): Generator<ForumPiece> {
  const { type, id_objet: id, url } = values;
  if (!type || !id || !url) return;
  yield { kind: 'text', text: { foreignId: `${type} ${id}`, slug: null, url, title: null } };
}

function* readPost({ values, line }: TableRow): Generator<ForumPiece> {
  const { id_forum: id, statut = '' } = values;
  if (!id || !/^\d{1,18}$/.test(id))
    return yield problemPiece('forum-no-id', 'A contribution without an id was left out.', { line });
  const leftOut = LEFT_OUT.find(({ pattern }) => pattern.test(statut ?? ''));
  if (leftOut) return yield problemPiece(leftOut.code, leftOut.message, { line });
  const state = STATES[statut ?? ''];
  if (!state) yield problemPiece('forum-state', 'A state that is not known: it waits.', { line });
  const at = momentOf(values.date_heure);
  if (!at) yield problemPiece('forum-date', 'A date that does not exist.', { line });
  const { problems, ...words } = wordsOf(
    { name: values.auteur, email: values.email_auteur, subject: values.titre, body: values.texte },
    { toPlain: spipToPlain, line },
  );
  for (const problem of problems) yield { kind: 'problem', problem };
  const parent = values.id_parent ?? '0';
  yield {
    kind: 'contribution',
    contribution: {
      foreignId: id,
      parentForeignId: /^[1-9]\d{0,17}$/.test(parent) ? parent : null,
      textForeignId: aboutOf(values),
      ...words,
      at,
      state: state ?? 'waiting',
      history: null,
      line,
    },
  };
}

const STATES: Readonly<Record<string, ImportedState>> = {
  publie: 'validated',
  prop: 'waiting',
  off: 'refused',
  spam: 'spam',
};

/** What nobody ever sent to the public forum. */
const LEFT_OUT: readonly { readonly pattern: RegExp; readonly code: string; readonly message: string }[] = [
  {
    pattern: /^(?:priv|perso)/,
    code: 'forum-private',
    message: 'What editors wrote among themselves was left out.',
  },
  // SPIP 1 kept what somebody looked at in the preview and then did not send.
  { pattern: /^redac$/, code: 'forum-unsent', message: 'What was written but never sent was left out.' },
  {
    pattern: /^tb(?:publie|prop|off)$/,
    code: 'forum-pingback',
    message: 'A pingback, or a note that no reader wrote, was left out.',
  },
];

/** Since SPIP 3 `objet` and `id_objet`; before, a column for each kind of page. */
function aboutOf(values: TableRow['values']): string {
  if (values.objet) return `${values.objet} ${values.id_objet ?? '0'}`;
  for (const kind of ['article', 'breve', 'rubrique', 'syndic']) {
    const id = values[`id_${kind}`];
    if (id && id !== '0') return `${kind} ${id}`;
  }
  return 'article 0';
}
