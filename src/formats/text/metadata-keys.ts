import type { Metadata } from '#domain/metadata.ts';

/** One row a printed key: `Source: …`, `Première publication : …`. A field of null is kept out of the text and of the metadata. */
export interface MetadataKey {
  readonly field: keyof Metadata | null;
  readonly keys: string;
  /** A key that may begin an ordinary sentence is believed only among other keys. */
  readonly weak?: true;
}

export const METADATA_KEYS: readonly MetadataKey[] = [
  { field: 'title', keys: 'title|titre|dc\\.title|dc:title|citation_title|og:title|dcterms\\.title|headline' },
  { field: 'subtitle', keys: 'subtitle|sous-titre' },
  {
    field: 'authors',
    keys: 'authors?|auteure?s?|auteur\\(s\\)|author\\(s\\)|dc\\.creator|dc:creator|creator|citation_author|written by|écrit par|byline|article:author',
  },
  {
    field: 'translators',
    keys: 'translat(?:ed|ion)(?: from the [\\p{L}]+)?(?: by)?|translators?|traduction(?: (?:de|du|par|française)[^:]{0,24})?|traducteurs?|traductrice|traduit(?: (?:de|du)[^:]{0,20})?(?: par)?',
  },
  { field: 'editors', keys: 'editors?|edited by|edited|éditeurs? scientifiques?|édité par|établi par' },
  {
    field: 'transcriber',
    keys: 'transcription et (?:balisage|mise en (?:ligne|html))|transcribed (?:&|and) marked up by|transcri(?:bed|ption|ber)(?:/(?:html|mark-?up|html mark-?up))*(?: by)?|transcrit par|transcripteur|transcription et mise en page|numérisation|numérisé par|saisie|typed by|digiti[sz]ed by|scanned by|retranscription',
  },
  {
    field: 'postedBy',
    keys: 'posted by|publié par|mis en ligne par|put online by|proposé par|envoyé par|posté par|contributed by|submitted by',
  },
  {
    field: 'written',
    keys: "written|rédigé|rédaction|écrit|composed|date of writing|date de rédaction|date d['’]écriture|date|delivered|spoken|prononcé|dated",
  },
  {
    field: 'firstPublished',
    keys: 'first published|first publication|première (?:publication|parution|édition)|premi[èe]re publication|published|publication|paru(?: dans| en)?|parution|publié(?: dans| en)?|originally published|original publication|first printed|publié pour la première fois|citation_publication_date|date de publication',
  },
  { field: 'thisEdition', keys: 'this edition|this version|cette édition|présente édition|edition|édition' },
  { field: 'translated', keys: 'date of translation|date de traduction' },
  {
    field: 'online',
    keys: 'put online|online(?: since)?|mis(?:e)? en ligne(?: le)?|en ligne(?: depuis)?|posted(?: on)?|uploaded|date of posting|release date|date de sortie|date de mise en ligne|published online|dc\\.date|dc:date|article:published_time|citation_online_date',
  },
  { field: 'language', keys: 'language|langue|dc\\.language|dc:language|citation_language|lang' },
  {
    field: 'source',
    keys: "source|sources|d['’]après|texte source|copied from|dc\\.source|dc:source|source du texte|original source",
  },
  { field: 'licence', keys: 'licen[cs]e|rights|droits|dc\\.rights|dc:rights' },
  { field: 'collections', keys: 'collection|collections|series|série|rubrique|dossier' },
  {
    field: 'keywords',
    keys: 'keywords?|tags?|mots[- ]clefs?|mots[- ]clés?|subjects?|dc\\.subject|dc:subject|étiquettes?',
  },
  { field: 'summary', keys: 'summary|abstract|résumé|chapeau|dc\\.description|dc:description|og:description' },
  {
    field: null,
    keys: 'from|de|to|cc|bcc|à|sent|envoyé|reply-to|subject|objet|message-id|html mark-?up|mark-?up|marked[- ]up(?: by)?|html|proofread(?:ing)?(?: by)?|proof-?read|relecture|relu par|public domain|domaine public|copyleft|copyright|online version|version en ligne|checked by|corrected by|corrigé par|mise en page|mise en html|html par|converted by|publisher|éditeur|dc\\.publisher|dc\\.\\p{L}+|dc:\\p{L}+|dcterms\\.\\p{L}+|og:\\p{L}+|generator|viewport|robots|url|permalink|permalien|doi|issn|isbn|last (?:updated|modified)|dernière mise à jour|translated/online|notes? to this edition',
  },
];

export interface FoundKey {
  readonly field: keyof Metadata | null;
  readonly key: string;
  readonly value: string;
}

/** "First Published: The Lamp, no. 4, 1938" as its field and its value; null for a line that names no key. */
export function metadataLine(text: string): FoundKey | null {
  if (text.length > 1200) return null;
  const meta = META.exec(text);
  if (meta) return keyed(meta[1]!, unescapeHtml(meta[2]!));
  const titled = /^<title>\s*([^<]{1,300}?)\s*<\/title>$/i.exec(text);
  if (titled) return { field: 'title', key: 'title', value: unescapeHtml(titled[1]!) };
  const found = LINE.exec(text.slice(0, 90));
  if (!found) {
    const spoken = SPOKEN.exec(text);
    return spoken ? keyed(spoken[1]!, text.slice(spoken[1]!.length).trim()) : null;
  }
  return keyed(
    found[1]!,
    text
      .slice(found[0].length)
      .replace(/^[*_\s]+/, '')
      .replace(/[*_]+$/, '')
      .trim(),
  );
}

const META =
  /^<meta\b[^>]{0,60}(?:name|property)\s*=\s*["']([^"']{1,60})["'][^>]{0,40}content\s*=\s*["']([^"']{0,1000})["'][^>]{0,20}>$/i;
const LINE =
  /^[*_\s•·[(-]*((?:dc|og|dcterms|article)[.:][\p{L}_.]{2,30}|[\p{L}][\p{L}()/:.’' -]{1,50}?)[*_]*[\s\u00A0\u202F]?(?::|=)(?!\/\/)[*_]*(?:\s|$|(?=\S))/iu;
/** Keys that need no colon: "Transcribed by Anna Weil", "Translated by …", "Traduit par …", "Put online by …". */
const SPOKEN =
  /^((?:(?:transcribed|marked up|proofread)(?:,? (?:&|and) (?:marked up|transcribed|proofread))?|translated(?: from the \p{L}+)?|edited|digiti[sz]ed|scanned|typed|proofread|put online|posted|transcrit|traduit(?: (?:de l['’]|du )\p{L}+)?|édité|numérisé|saisi|relu|mis en ligne|publié|retranscrit) (?:by|par|for|pour))\s(?=\p{Lu})/iu;

const COMPILED = METADATA_KEYS.map(({ field, keys }) => ({ field, pattern: new RegExp(`^(?:${keys})$`, 'iu') }));

function keyed(key: string, value: string): FoundKey | null {
  const plain = key.trim();
  const row = COMPILED.find(({ pattern }) => pattern.test(plain));
  return row ? { field: row.field, key: plain.toLowerCase(), value } : null;
}

const unescapeHtml = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
