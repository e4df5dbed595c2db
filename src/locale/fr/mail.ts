import type { mail as english } from '../en/mail.ts';
import type { SameKeys } from '../message.ts';

export const mail: SameKeys<typeof english> = {
  'mail.confirm.subject': 'Est-ce votre adresse ? ({site})',
  'mail.confirm.text':
    'Quelqu’un a donné cette adresse avec une contribution au forum de « {title} ». Si c’était vous, ouvrez cette page et confirmez ; vous saurez alors ce qu’il en advient.',
  'mail.confirm.why':
    'Si ce n’était pas vous, ne faites rien : aucun autre courriel ne viendra, et l’adresse sera oubliée. {site}, {publicUrl}',
  'mail.confirm-digest.subject': 'Est-ce votre adresse ? ({site})',
  'mail.confirm-digest.text':
    'Un résumé quotidien des contributions en attente a été demandé à cette adresse. Ouvrez cette page et confirmez pour le recevoir.',
  'mail.receipt.subject': 'Votre contribution sur « {title} »',
  'mail.receipt.text':
    'Voici le lien privé de votre contribution sur « {title} ». Vous y voyez si elle a été validée, et vous pouvez la modifier, la retirer ou l’effacer. Qui a le lien peut le faire : gardez-le pour vous.',
  'mail.validated.subject': 'Validée : votre contribution sur « {title} »',
  'mail.validated.text': 'Votre contribution sur « {title} » a été validée. On peut la lire ici :',
  'mail.refused.subject': 'Non publiée : votre contribution sur « {title} »',
  'mail.refused.text': 'Votre contribution sur « {title} » n’a pas été publiée. Raison donnée : {reason}',
  'mail.withdrawn.subject': 'Retirée : votre contribution sur « {title} »',
  'mail.withdrawn.text':
    'Votre contribution sur « {title} » a été retirée de la page publique. Raison donnée : {reason}',
  'mail.reply.subject': 'Une réponse à votre contribution sur « {title} »',
  'mail.reply.text':
    'Quelqu’un a répondu à votre contribution sur « {title} ». La réponse a été validée ; on peut la lire ici :',
  'mail.digest.subject': {
    one: '{count} contribution attend ({site})',
    other: '{count} contributions attendent ({site})',
  },
  'mail.digest.text': {
    one: '{count} contribution attend dans la file, reçue le {oldest} ; indésirables probables : {spam}.',
    other:
      '{count} contributions attendent dans la file, la plus ancienne depuis le {oldest} ; indésirables probables : {spam}.',
  },
  'mail.why': 'Envoyé par {site}, {publicUrl}, parce que cette adresse l’a demandé.',
  'mail.stop': 'Ne plus rien recevoir de tel : {link}',

  'mail-link.confirm.title': 'Confirmer votre adresse',
  'mail-link.confirm.lead':
    'Confirmez que l’adresse est la vôtre et que vous voulez savoir ce que devient votre contribution.',
  'mail-link.confirm.act': 'Confirmer',
  'mail-link.confirm.done': 'Votre adresse est confirmée. Le lien privé de votre contribution est en route.',
  'mail-link.stop.title': 'Plus de courriels',
  'mail-link.stop.lead': 'Dites que plus aucun courriel de ce genre ne doit venir à votre adresse.',
  'mail-link.stop.act': 'Plus de courriels',
  'mail-link.stop.done': 'Il n’en sera plus envoyé.',
  'mail-link.gone': 'Ce lien a déjà servi, ou il a expiré.',

  'desk.digest': 'Résumé quotidien',
  'desk.digest.lead': 'Un courriel par jour tant que des contributions attendent. L’adresse n’est montrée à personne.',
  'desk.digest.email': 'Adresse électronique',
  'desk.digest.on': 'Le résumé est envoyé à {email}.',
  'desk.digest.unconfirmed': 'Un courriel a été envoyé à {email} : le résumé commence quand l’adresse est confirmée.',
  'desk.digest.start': 'M’envoyer le résumé',
  'desk.digest.stop': 'Arrêter le résumé',
  'desk.digest.no-mail': 'Ce site n’envoie pas de courriels : STET_SMTP_URL n’est pas réglé.',
} as const;
