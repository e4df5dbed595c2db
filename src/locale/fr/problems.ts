import type { problems as english } from '../en/problems.ts';
import type { SameKeys } from '../message.ts';

export const problems: SameKeys<typeof english> = {
  // sources (text/)
  'front-matter-unreadable': 'L’en-tête n’a pas pu être lu ({why}). Il est montré tel quel en tête du texte.',
  'front-matter-key-unknown': 'L’en-tête contient une clé que nous ne connaissons pas, « {key} ». Elle est conservée.',
  'front-matter-value-unfit':
    '« {key} » ne peut pas contenir ce qui s’y trouve. La valeur est conservée sous un autre nom.',
  'date-not-edtf':
    '« {value} » ({key}) n’est pas une date dans la forme attendue (EDTF) : 1938, 1938-02, 1938-02-14, 1938~ pour « vers », 1936/1938.',
  'source-too-long': 'La source est trop longue : sa fin a été laissée de côté.',
  'source-divided': 'Cette partie était trop longue pour être lue d’un seul tenant ; elle a été divisée ici.',
  'paragraph-divided': 'Un paragraphe trop long pour être lu d’un seul tenant a été divisé.',
  'nested-too-deep':
    'Des citations ou des listes sont imbriquées trop profondément : à partir d’ici, les marques sont montrées telles quelles.',
  'nul-character': 'Des caractères NUL ont été remplacés par �.',
  'id-unusable':
    '« {id} » ne peut pas servir d’adresse dans le texte : minuscules, chiffres et traits d’union, en commençant par une lettre, une seule fois, et pas un nom dont la page se sert.',
  'note-twice': 'Deux notes portent l’étiquette {label}.',
  'note-empty': 'La note {label} est vide.',
  'note-calls-itself': 'La note {label} s’appelle elle-même.',
  'note-without-body': 'La note {label} est appelée mais n’a pas de corps.',
  'note-without-call': 'Rien n’appelle la note {label}.',
  // reading (formats/)
  empty: 'Le fichier est vide.',
  'not-text': 'Ce n’est pas un fichier de texte.',
  'no-text': 'Rien n’a été reconnu comme le texte lui-même.',
  nul: 'Le fichier contient des octets NUL : chacun est devenu �.',
  'invalid-utf-8': {
    one: '{count} octet n’est pas en UTF-8 : il a été lu en Windows-1252.',
    other: '{count} octets ne sont pas en UTF-8 : ils ont été lus en Windows-1252.',
  },
  'legacy-encoding': 'Le fichier n’est pas en UTF-8 : il a été lu en {encoding}.',
  mojibake: {
    one: '{count} passage en UTF-8 avait été lu en Windows-1252.',
    other: '{count} passages en UTF-8 avaient été lus en Windows-1252.',
  },
  'title-missing': 'Aucun titre n’a été trouvé.',
  'weekday-disagrees': 'Le jour de la semaine n’est pas celui de la date {date}.',
  'note-out-of-order': 'La note {label} est appelée avant celle qui la précède.',
  'note-called-twice': 'La note {label} est appelée plusieurs fois.',
  // exports de forums (formats/forum/)
  'forum-body-cut': 'Un message était trop long : sa fin a été laissée.',
  'forum-name-cut': 'Un nom était trop long : sa fin a été laissée.',
  'forum-subject-cut': 'Un sujet était trop long : sa fin a été laissée.',
  'forum-mojibake': 'De l’UTF-8 lu autrefois comme du Windows-1252 a été rétabli.',
  'forum-date': 'Une date qui n’existe pas : l’heure de l’import en tient lieu.',
  'forum-no-id': 'Une contribution sans identifiant a été laissée.',
  'forum-state': 'Un état inconnu : elle attend.',
  'forum-private': 'Ce que les rédacteurs se sont écrit entre eux a été laissé.',
  'forum-unsent': 'Ce qui a été écrit sans être envoyé a été laissé.',
  'forum-pingback': 'Un rétrolien, ou une note qu’aucun lecteur n’a écrite, a été laissé.',
  'forum-many': 'Trop de contributions : le reste n’a pas été lu.',
  'forum-line': 'Une ligne qui n’est pas une contribution a été laissée.',
  'forum-line-long': 'Une ligne est trop longue : le reste n’a pas été lu.',
  'disqus-approval':
    'Disqus ne dit pas ce qui a été approuvé : tout ce qu’il n’avait pas supprimé attend. Si cela était montré là-bas : --state-of unsaid=validated.',
  'gzip-damaged': 'Le fichier compressé est abîmé : le reste n’a pas été lu.',
  'gzip-grows': 'Le fichier compressé grossit plus qu’aucun export : le reste n’a pas été lu.',
  'forum-database': 'La base est abîmée : le reste n’a pas été lu.',
  'sql-insert': 'Un INSERT n’a pas pu être lu.',
  'sql-row': 'Une rangée n’a pas pu être lue : le reste de son INSERT a été laissé.',
  'sql-columns': 'Une rangée a plus ou moins de valeurs que sa table n’a de colonnes : elle a été laissée.',
  'sql-unended': 'Une chaîne ne finit jamais : la suite n’a pas été lue.',
  'xml-mistake': 'Le XML est mal formé.',
  'xml-mistakes': 'Trop de fautes dans le XML : le reste n’a pas été lu.',
  'xml-doctype': 'Le fichier déclare un type de document, ce que ne fait aucun export : il n’a pas été lu.',
  'xml-deep': 'Des éléments sont emboîtés trop profond : le reste n’a pas été lu.',
  'xml-long': 'Quelque chose dans le XML ne finit jamais : le reste n’a pas été lu.',
};
