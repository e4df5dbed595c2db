// Ce que dit la modération : les motifs avec lesquels un site commence, et ce que les administrateurs peuvent avoir manqué.
import type { moderation as english } from '../en/moderation.ts';
import type { SameKeys } from '../message.ts';

export const moderation: SameKeys<typeof english> = {
  'ground.off-topic': 'Hors sujet',
  'ground.off-topic.reason': 'Elle ne porte pas sur ce texte.',
  'ground.insult': 'Insulte ou menace',
  'ground.insult.reason': 'Elle insulte ou menace quelqu’un.',
  'ground.unlawful': 'Contraire à la loi',
  'ground.unlawful.reason': 'La loi à laquelle ce site est soumis nous interdit de la publier.',
  'ground.unreadable': 'Illisible',
  'ground.unreadable.reason': 'Nous n’avons pas compris ce qui est dit.',
  'ground.duplicate': 'Déjà reçue',
  'ground.duplicate.reason': 'La même contribution nous était déjà parvenue.',
  'ground.advertising': 'Publicité',
  'ground.advertising.reason': 'Ce forum n’accepte pas de publicité.',
  'ground.personal-data': 'Données personnelles',
  'ground.personal-data.reason': 'Elle révèle sur quelqu’un des choses personnelles sans son accord.',
  'mistake.reply-missing': 'Écrivez votre réponse.',
  'mistake.reply-long': 'Trop long : {count} caractères au plus.',
  'mistake.grounds-none': 'Laissez au moins un motif.',
  'mistake.grounds-many': 'Trop de motifs : {count} au plus.',
  'mistake.ground-code': 'Un code se compose de minuscules a–z, de chiffres et de traits d’union, {count} au plus.',
  'mistake.ground-taken': 'Ce code figure deux fois, ou est réservé au programme.',
  'mistake.ground-words':
    'Donnez à chaque motif son nom et ce qui est dit au contributeur ({label} et {reason} caractères au plus).',
  'mistake.remark-missing': 'Écrivez votre remarque.',
  'mistake.remark-long': 'Trop long : {count} caractères au plus.',
  'mistake.list-long': 'Trop pour une liste : {count} lignes de {length} caractères au plus.',
};
