import type { mistakes as english } from '../en/mistakes.ts';
import type { SameKeys } from '../message.ts';

export const mistakes: SameKeys<typeof english> = {
  // Accounts and signing in.
  'mistake.access-label': 'Dites à quoi il sert, en {count} caractères au plus.',
  'mistake.webhook-url':
    'Ce n’est pas une adresse possible pour un webhook : elle commence par https:// ou http:// et ne contient pas de mot de passe.',
  'mistake.email': 'Ce n’est pas une adresse électronique : il lui faut un nom, @ et un hôte.',
  'mistake.name-missing': 'Indiquez un nom.',
  'mistake.name-long': 'Le nom est trop long : {count} caractères au plus.',
  'mistake.name-characters': 'Le nom contient des caractères invisibles. Saisissez-le à nouveau.',
  'mistake.name-taken': 'Il existe déjà un compte au nom de {name}.',
  'mistake.password-short': 'Le mot de passe est trop court : {count} caractères au moins.',
  'mistake.password-long': 'Le mot de passe est trop long : {count} caractères au plus.',
  'mistake.password-easy':
    'Ce mot de passe est trop facile à deviner : il n’est guère plus que le nom ou un même signe répété.',
  'mistake.password-wrong': 'Ce n’est pas le mot de passe actuel.',
  'mistake.sign-in': 'Le nom ou le mot de passe est inexact.',
  'mistake.sign-in-wait': {
    one: 'Trop d’essais. Réessayez dans une seconde.',
    other: 'Trop d’essais. Réessayez dans {count} secondes.',
  },
  'mistake.last-administrator': 'C’est le dernier compte d’administration : créez-en d’abord un autre.',
  // Texts.
  'mistake.file-empty': 'Le fichier est vide.',
  'mistake.file-not-text': 'Ce n’est pas un fichier de texte : il n’a pas pu être lu.',
  'mistake.file-too-large':
    'Le fichier dépasse la taille admise ici. Divisez-le, ou relevez la limite (STET_UPLOAD_LIMIT).',
  'mistake.text-takes-too-long': 'Ce texte demande trop de temps. Divisez-le.',
  'mistake.text-too-big': 'Ce texte dépasse la mémoire réservée à un texte. Divisez-le.',
  'mistake.text-empty': 'Il n’y a pas encore de texte.',
  'mistake.text-withdrawn': 'Ce texte est retiré : rétablissez-le d’abord.',
  'mistake.title-missing': 'Le titre manque.',
  'mistake.reading-unconfirmed': 'Les conjectures de cette lecture n’ont pas encore été confirmées.',
  'mistake.reason-missing': 'Dites pourquoi, en quelques mots : le motif est public.',
  'mistake.reason-long': 'Le motif est trop long : {count} caractères au plus.',
  'mistake.ground-missing': 'Choisissez la raison du retrait.',
  'mistake.slug-form':
    'Une adresse se compose de minuscules sans accent, de chiffres et de traits d’union simples, {count} caractères au plus : par exemple {suggestion}',
  'mistake.slug-reserved': 'L’adresse {slug} est utilisée par le site lui-même.',
  'mistake.slug-taken': 'L’adresse {slug} appartient, ou a appartenu, à un autre texte.',
  // La relecture.
  'mistake.finding-unchanged': 'Les mots sont les mêmes qu’avant : changez-les, ou laissez-les tels quels.',
  'mistake.findings-certain': 'Répondez d’abord aux questions certaines, ou cochez pour continuer quand même.',
  'mistake.words-missing': 'Écrivez au moins un mot.',
  'mistake.words-many': 'Trop à la fois : {count} mots au plus.',
  'mistake.words-odd': 'Ce n’est pas un mot : {word}',
  // Les coquilles.
  'mistake.contribution-name': 'Dites qui vous êtes : le nom de votre choix.',
  'mistake.contribution-body': 'Il n’y a pas encore de texte.',
  'mistake.contribution-long': 'C’est trop long : {count} caractères au plus.',
  'mistake.contribution-quote':
    'Ces mots ne se trouvent pas dans le paragraphe. Copiez-en quelques mots tels quels, ou laissez le champ vide.',
  'mistake.contribution-email': 'Ce n’est pas une adresse électronique.',
  'mistake.contribution-email-needed':
    'Donnez une adresse électronique : ce forum est réservé aux adresses confirmées. Elle n’est jamais montrée.',
  'mistake.contribution-closed': 'Cette contribution ne peut plus être modifiée.',
  'mistake.form-old': 'Ce formulaire est resté ouvert trop longtemps. Envoyez-le encore une fois.',
  'mistake.misprint-words': 'Écrivez les mots fautifs.',
  'mistake.misprint-instead': 'Écrivez ce qu’ils devraient être.',
  'mistake.misprint-same': 'Ce sont les mêmes mots.',
  'mistake.misprint-long': 'Trop long : {count} caractères au plus.',
  'mistake.misprint-proposed':
    'La révision suivante de ce texte est proposée à la publication : retirez d’abord la proposition.',
  'mistake.misprint-place':
    'Ces mots ne sont nulle part dans la version de travail, ou à plusieurs endroits. Corrigez à la main, puis dites-le ici.',
};
