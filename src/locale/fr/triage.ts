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
  'triage.shouting': {
    one: 'Crié : {percent} % de capitales, {count} suite de points d’exclamation',
    other: 'Crié : {percent} % de capitales, {count} suites de points d’exclamation',
  },
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
    one: 'Envoyé moins d’une seconde après le formulaire',
    other: 'Envoyé {count} secondes au plus après le formulaire',
  },
  'triage.proof-of-work': 'Sans la preuve de travail du navigateur',
  'triage.honeypot': 'Un champ que personne ne voit a été rempli',
  'cli.triage.summary': 'mesure, sur des fichiers étiquetés, comment le tri distingue l’indésirable du reste',
  'option.train': 'envois étiquetés pour apprendre ; seuls, chaque source est jugée d’après les autres',
  'option.test': 'envois étiquetés à juger',
  'option.triage-json': 'un objet JSON au lieu d’un rapport',
  'cli.triage.note-file':
    'Un fichier est du CSV avec une ligne de titres : content, class (1 ou spam, 0 ou good), et, s’il y en a, source, name, subject. Rien n’est gardé : le modèle du site n’est ni lu ni changé.',
  'cli.triage.note-figures':
    'accuracy : part bien jugée. spamCaughtAt1, spamCaughtAt05 : part de l’indésirable au-dessus d’une barre que passent aussi 1 %, 0,5 % des bons envois. textsPerSecond : jugés par un fil d’exécution.',
  'cli.triage.no-train': 'Donnez les envois étiquetés pour apprendre : --train FICHIER.',
  'cli.triage.no-rows': '{path} : aucune ligne après celle des titres.',
  'cli.triage.one-class': '{path} : toutes les lignes sont de la même classe ; il n’y a rien à distinguer.',
  'cli.triage.no-column': '{path} : aucune colonne « {column} » ; la première ligne doit nommer les colonnes.',
  'cli.triage.bad-class': '{path}, ligne {line} : la classe est « {written} » ; il faut 1 ou spam, 0 ou good.',
  'cli.triage.bad-csv': '{path}, ligne {line} : ce n’est pas du CSV : guillemets ou nombre de colonnes faux.',
  'cli.triage.all': 'Ensemble',
  'cli.triage.figures':
    '  {count} envois : {accuracy} % bien jugés ; indésirables pris : {at1} % pour 1 % de bons envois perdus, {at05} % pour 0,5 %',
  'cli.triage.unseen':
    '  dont {count} non appris mot pour mot : {accuracy} % bien jugés ; indésirables pris : {at1} %, {at05} %',
  'cli.triage.speed': '  {count} envois par seconde',
};
