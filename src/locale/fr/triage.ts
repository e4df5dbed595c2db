import type { triage as english } from '../en/triage.ts';
import type { SameKeys } from '../message.ts';

export const triage: SameKeys<typeof english> = {
  'triage.classifier': 'D’après les décisions de ce site, indésirable à {percent} % ({words})',
  'triage.links': {
    one: 'Un lien, {percent} % de l’envoi',
    other: '{count} liens, {percent} % de l’envoi',
  },
  'triage.shortened-links': 'Liens raccourcis : {hosts}',
  'triage.hidden-links': {
    one: 'Un lien en balises étrangères ou épelé : {words}',
    other: '{count} liens en balises étrangères ou épelés, dont {words}',
  },
  'triage.look-alikes': {
    one: 'Un mot où des lettres d’un autre alphabet imitent les nôtres : {words}',
    other: '{count} mots où des lettres d’un autre alphabet imitent les nôtres : {words}',
  },
  'triage.hidden-characters': {
    one: 'Un caractère invisible qui change ce qu’on lit',
    other: '{count} caractères invisibles qui changent ce qu’on lit',
  },
  'triage.shouting': 'Crié : {percent} % de capitales, {count} suites de points d’exclamation',
  'triage.repetition': 'Répété {count} fois : « {words} »',
  'triage.no-words': 'Aucun mot, rien que des liens ou des signes',
  'triage.name': 'Une adresse dans le nom : {words}',
  'triage.passage': 'Reprend des mots du passage auquel il répond : {words}',
  'triage.copies': {
    one: 'Déjà envoyé une fois, mot pour mot',
    other: 'Déjà envoyé {count} fois, mot pour mot',
  },
  'triage.near-copies': {
    one: 'Un autre envoi presque identique',
    other: '{count} autres envois presque identiques',
  },
  'triage.blocked-words': 'Mots de la liste de ce site : {words}',
  'triage.allowed-sender': 'Expéditeur confirmé, sur la liste de ce site : {entry}',
  'triage.form-time': {
    one: 'Envoyé moins d’une seconde après l’aperçu',
    other: 'Envoyé {count} secondes au plus après l’aperçu',
  },
  'triage.proof-of-work': 'Sans la preuve de travail du navigateur',
  'triage.honeypot': 'Un champ que personne ne voit a été rempli',
};
