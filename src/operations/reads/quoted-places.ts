// By which passage of the current revision a contribution stands. It names a block and quotes words of it; when the text is published
// anew the block may be gone, or have lost those words to another: it was split, merged, moved. Then the contribution stands by the one
// passage that has them. Nothing of that is kept: what was validated stays what it was, and a later revision may bring the block back.
import type { Place } from '#domain/contribution.ts';
import type { BlockId, TextId } from '#domain/text.ts';
import { findRevisionIds } from '#store/revisions.ts';
import type { Store } from '#store/store.ts';
import { findText } from '#store/texts.ts';
import { countWords } from '#text/count-words.ts';
import { foldWords } from '#text/find-words.ts';

export type Quoted = Pick<Place, 'blockId' | 'quote' | 'number'>;

export interface PlaceNow {
  /** A block or note of the current revision; null for the shelf, and for what is about the text at large. */
  readonly standsBy: BlockId | null;
  /** Whether that passage has the words quoted. */
  readonly isQuoteHere: boolean;
}

type Placed = Quoted & Pick<Place, 'textId'>;

/** Where each of these stands, whatever texts they are under. */
export async function findPlacesNowIn(
  reader: Store['reader'],
  placed: readonly Placed[],
): Promise<(one: Placed) => PlaceNow> {
  const ofTexts = new Map<TextId, (one: Quoted) => PlaceNow>();
  const onPassages = placed.filter(({ blockId }) => blockId !== null);
  for (const [textId, quoted] of Map.groupBy(onPassages, (one) => one.textId)) {
    const number = (await findText(reader, textId))?.number ?? 0;
    ofTexts.set(textId, await findPlacesNow(reader, { textId, number, quoted }));
  }
  return (one) => ofTexts.get(one.textId)?.(one) ?? { standsBy: null, isQuoteHere: false };
}

interface Revised {
  readonly textId: TextId;
  /** Of the current revision. */
  readonly number: number;
  /** Those asked about; of very many that are lost the first are looked for. */
  readonly quoted: readonly Quoted[];
}

/** The same under one text. As long as that stays what it was when they were written it is not looked into. */
export async function findPlacesNow(
  reader: Store['reader'],
  { textId, number, quoted }: Revised,
): Promise<(one: Quoted) => PlaceNow> {
  const places = new Map<string, PlaceNow>();
  const older = quoted.filter((one) => one.blockId !== null && one.number < number);
  if (older.length > 0) {
    const passagesOf = rememberPassages(reader, textId);
    const now = await passagesOf(number);
    let looked = 0;
    for (const one of older) {
      const key = keyOf(one);
      if (places.has(key)) continue;
      const isHere = now.ids.has(one.blockId!);
      const isQuoteHere = isHere && (one.quote === null || now.hold(one.blockId!, wordsOf(one.quote)));
      const elsewhere = isQuoteHere || looked++ >= MOST_LOOKED_FOR ? null : await findElsewhere(one, now, passagesOf);
      if (elsewhere !== null) places.set(key, { standsBy: elsewhere, isQuoteHere: true });
      else places.set(key, { standsBy: isHere ? one.blockId : null, isQuoteHere });
    }
  }
  return (one) => places.get(keyOf(one)) ?? { standsBy: one.blockId, isQuoteHere: one.blockId !== null };
}

/** As they stand among the pages of a text, so that nobody waits for one long text with very many lost quotations. */
const MOST_LOOKED_FOR = 300;

const keyOf = ({ blockId, quote, number }: Quoted) => `${number} ${blockId} ${quote}`;

/** Without the mark of an opening that was taken for all of a paragraph. */
const wordsOf = (quote: string) => quote.replace(/ …$/, '');

/**
 * The one passage that has the words now and had not when they were chosen: one that had them then is a refrain, and what was said of one
 * verse is not put under another. Nor are words so few that another passage may have them by chance.
 */
async function findElsewhere(
  { quote, number, blockId }: Quoted,
  now: Passages,
  passagesOf: (number: number) => Promise<Passages>,
): Promise<BlockId | null> {
  const words = wordsOf(quote ?? '');
  if (countWords(words) < FEWEST_WORDS || foldWords(words).length < FEWEST_SIGNS) return null;
  const [found, another] = now.listHolding(words).filter((id) => id !== blockId);
  if (found === undefined || another !== undefined) return null;
  return (await passagesOf(number)).hold(found, words) ? null : found;
}

/** “He left.”, “the old inn”: a text has such words more than once, and has them anew when it is corrected. */
const FEWEST_WORDS = 3;
const FEWEST_SIGNS = 12;

interface Passages {
  readonly ids: ReadonlySet<BlockId>;
  /** Whether a passage has these words, as readers compare them. */
  readonly hold: (id: BlockId, words: string) => boolean;
  readonly listHolding: (words: string) => readonly BlockId[];
}

function rememberPassages(reader: Store['reader'], textId: TextId): (number: number) => Promise<Passages> {
  const known = new Map<number, Promise<Passages>>();
  return (number) => {
    const passages = known.get(number) ?? readPassages(reader, { textId, number });
    known.set(number, passages);
    return passages;
  };
}

async function readPassages(
  reader: Store['reader'],
  at: { readonly textId: TextId; readonly number: number },
): Promise<Passages> {
  const { blocks, notes } = await findRevisionIds(reader, at);
  const texts = new Map([...blocks, ...notes].map(({ id, text }) => [id, text]));
  const folded = new Map<BlockId, string>();
  const fold = (id: BlockId) => {
    const same = folded.get(id) ?? foldWords(texts.get(id)!);
    folded.set(id, same);
    return same;
  };
  return {
    ids: new Set(texts.keys()),
    // Mostly they stand there sign for sign, and nothing needs to be folded.
    hold: (id, words) => texts.has(id) && (texts.get(id)!.includes(words) || fold(id).includes(foldWords(words))),
    listHolding: (words) => {
      const sought = foldWords(words);
      return [...texts.keys()].filter((id) => fold(id).includes(sought));
    },
  };
}
