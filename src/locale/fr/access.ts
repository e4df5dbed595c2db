import type { access as english } from '../en/access.ts';
import type { SameKeys } from '../message.ts';

export const access: SameKeys<typeof english> = {
  'access.title': 'Programmes et fils',
  'access.lead':
    'Des secrets par lesquels un programme ou un lecteur de fils entre avec vos droits. Chacun n’est montré qu’une fois : gardez-le comme un mot de passe, et supprimez-le quand rien ne s’en sert plus.',
  'access.tokens': 'Secrets',
  'access.none': 'Aucun pour l’instant.',
  'access.label': 'À quoi il sert',
  'access.label.hint': 'Pour vous, afin de le reconnaître : « lecteur de fils, maison ».',
  'access.kind.api': 'Interface de programmation',
  'access.kind.feed': 'Fil de la file',
  'access.kind': 'Ce qu’il ouvre',
  'access.created': 'Créé le',
  'access.used': 'Dernier usage',
  'access.never': 'jamais',
  'access.make': 'Créer un secret',
  'access.remove': 'Supprimer',
  'access.made.api':
    'Le secret, montré cette seule fois. Les programmes l’envoient sous la forme « Authorization: Bearer … ».',
  'access.made.feed': 'L’adresse du fil, montrée cette seule fois. Qui l’a lit la file.',
  'access.made.webhook': 'La clé par laquelle chaque envoi est signé, montrée cette seule fois.',
  'access.documentation': 'Description de l’interface de programmation (OpenAPI)',
  'access.webhooks': 'Webhooks',
  'access.webhooks.lead':
    'Des adresses prévenues quand une contribution est reçue, validée, refusée, retirée ou effacée : son numéro et son texte, jamais ses mots. Signés selon Standard Webhooks.',
  'access.webhook.url': 'Adresse',
  'access.webhook.add': 'Ajouter le webhook',
  'access.webhook.waiting': 'Pas encore remis',
  'access.webhook.error': 'Dernière réponse',

  'queue-feed.title': 'En attente au forum de {site}',
  'queue-feed.entry': '{name}, sur « {title} »',

  'api.title': 'Forum de {site}',
  'api.about':
    'Les contributions validées pour tout le monde ; la file et ses décisions pour qui a le secret d’un administrateur.',
  'api.contributions': 'Les contributions validées, les plus récentes d’abord',
  'api.contribution': 'Une contribution validée',
  'api.queue': 'Ce qui attend une décision',
  'api.queue-item': 'Une contribution telle que la voit un modérateur',
  'api.decide': 'Décider de contributions, chacune désignée par l’empreinte des octets lus',
  'api.undo': 'Reprendre une décision tant que dure son délai',
  'api.parameter.text': 'Seulement du texte qui a ce slug',
  'api.parameter.before': 'Le curseur de la page précédente, d’où continuer',
  'api.parameter.limit': 'Combien au plus',
  'api.parameter.lane': 'main, ou spam pour l’indésirable probable',
  'api.parameter.order': 'oldest, newest ou score',
  'api.parameter.query': 'Mots à chercher',
  'api.parameter.id': 'La contribution',
  'api.answer.400': 'Quelque chose dans la requête n’est pas comme décrit ici',
  'api.answer.401': 'Pas de secret, ou un secret qui n’ouvre rien',
  'api.answer.403': 'Le compte du secret n’a pas ce droit',
  'api.answer.404': 'Pas là : en attente, refusé et inconnu répondent de même',
  'api.answer.409': 'La contribution n’est plus ce qui a été lu ; relisez-la',
  'api.answer.422': 'Un champ est erroné',
  'api.answer.429': 'Trop de requêtes',
} as const;
