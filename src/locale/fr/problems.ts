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
  'marks-too-many': 'Ce paragraphe contient trop de marques : elles sont montrées telles quelles.',
  'nested-too-deep':
    'Des citations ou des listes sont imbriquées trop profondément : à partir d’ici, les marques sont montrées telles quelles.',
  'nul-character': 'Des caractères NUL ont été remplacés par �.',
  'note-twice': 'Deux notes portent l’étiquette {label}.',
  'note-empty': 'La note {label} est vide.',
  'note-calls-itself': 'La note {label} s’appelle elle-même.',
  'note-without-body': 'La note {label} est appelée mais n’a pas de corps.',
  'note-without-call': 'Rien n’appelle la note {label}.',
};
