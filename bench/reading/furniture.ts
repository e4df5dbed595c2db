/** What stands around a text on the pages it is copied from. Braces are filled in: {title}, {author}, {person}, {date}, {year}, {n}. */
export type Family = 'spip' | 'wordpress' | 'marxists' | 'blog' | 'wiki' | 'gutenberg' | 'email' | 'newspaper';

interface Furnishing {
  /** Groups of lines; each group is used or not. An empty string is a blank line. */
  readonly above: readonly (readonly string[])[];
  readonly below: readonly (readonly string[])[];
}

export const FURNITURE: Readonly<Record<Family, Readonly<Record<'en' | 'fr', Furnishing>>>> = {
  spip: {
    en: {
      above: [
        ['Home > Library > History > {title}'],
        ['Home page', 'Site map', 'Contact', 'Log in'],
        ['Articles in this section'],
        ['Home | Search | Site Map | Private area'],
        ['Printable version of this article'],
      ],
      below: [
        [
          'Any message or comments?',
          '',
          'This forum is moderated before publication: your contribution will only appear after being validated by an administrator.',
          '',
          'Who are you?',
          'Your post',
          '',
          'To create paragraphs, just leave blank lines.',
        ],
        [
          'Any message or comments?',
          '',
          'Who are you?',
          'Your name',
          'Your email address',
          'Title (required)',
          'Your message',
          'To create paragraphs, just leave blank lines.',
          'Link',
          '(If your message is about an article on the Web or a page containing further information, please indicate page name and URL below.)',
        ],
        [
          'Forum posts',
          '',
          '1. {title}, {date}, 10:14, by {person}',
          '',
          'Thank you for putting this up.',
          '',
          'Reply to this message',
        ],
        ['Follow-up of the site’s activity RSS 2.0 | Site Map | Private area | SPIP | template'],
        ['Reply to this article'],
        ['Home page | Contact | Site Map | Log in | Visitors : {n}'],
        ['See online: {title}'],
        ['Also in this section', '', 'The Hills That Spoke', 'A Short History of Rope', 'Letters from the Mole'],
      ],
    },
    fr: {
      above: [
        ['Accueil > Bibliothèque > Histoire > {title}'],
        ['Accueil du site', 'Plan du site', 'Contact', 'Se connecter'],
        ['Dans la même rubrique'],
        ['Accueil | Rechercher | Plan du site | Espace privé'],
        ['Version imprimable de cet article'],
      ],
      below: [
        [
          'Un message, un commentaire ?',
          '',
          'Ce forum est modéré a priori : votre contribution n’apparaîtra qu’après avoir été validée par un administrateur du site.',
          '',
          'Qui êtes-vous ?',
          'Votre message',
          '',
          'Pour créer des paragraphes, laissez simplement des lignes vides.',
        ],
        [
          'Un message, un commentaire ?',
          'modération a priori',
          '',
          'Ce forum est modéré a priori : votre contribution n’apparaîtra qu’après avoir été validée par les responsables.',
          'Qui êtes-vous ?',
          'Se connecter',
          'Votre nom',
          'Votre adresse email',
          'Ajoutez votre commentaire ici',
          'Texte de votre message (obligatoire)',
          'Pour créer des paragraphes, laissez simplement des lignes vides.',
        ],
        [
          'Messages',
          '',
          '1. {title}, {date}, 10:14, par {person}',
          '',
          'Merci d’avoir mis ce texte en ligne.',
          '',
          'Répondre à ce message',
        ],
        ['Suivre la vie du site RSS 2.0 | Plan du site | Espace privé | SPIP | squelette'],
        ['Répondre à cet article'],
        ['Accueil | Contact | Plan du site | Se connecter | Visiteurs : {n}'],
        ['Voir en ligne : {title}'],
        ['Dans la même rubrique', '', 'Les collines qui parlaient', 'Petite histoire de la corde', 'Lettres du môle'],
      ],
    },
  },
  wordpress: {
    en: {
      above: [
        ['Skip to content'],
        ['Menu', 'Home', 'About', 'Archive', 'Contact'],
        ['Search for:'],
        ['The Merrow Archive', 'Texts from the coast'],
        ['Leave a comment'],
      ],
      below: [
        [
          'Share this:',
          'Click to share on Twitter (Opens in new window)',
          'Click to share on Facebook (Opens in new window)',
          'Like Loading...',
        ],
        ['Related', '', 'A Short History of Rope', 'June 3, 2019', 'In “History”'],
        ['Posted in History, Texts. Tagged printing, work. Bookmark the permalink.'],
        ['Categories: History', 'Tags: coast, letters'],
        [
          'Leave a Reply',
          'Your email address will not be published. Required fields are marked *',
          'Comment *',
          'Name *',
          'Email *',
          'Website',
          'Save my name, email, and website in this browser for the next time I comment.',
          'Post Comment',
        ],
        ['Post navigation', '← Older posts', 'Newer posts →'],
        ['Previous Post: Letters from the Mole', 'Next Post: The Hills That Spoke'],
        ['2 thoughts on “{title}”', '', '{person} says:', '{date} at 10:12 am', 'Thank you for this.', 'Reply'],
        ['Recent Posts', 'Letters from the Mole', 'The Hills That Spoke', '', 'Archives', 'March 2021', 'January 2021'],
        ['Proudly powered by WordPress | Theme: Twenty Sixteen'],
        ['Copyright © {year} The Merrow Archive. All rights reserved.'],
        ['We use cookies to ensure that we give you the best experience on our website.', 'Accept'],
      ],
    },
    fr: {
      above: [
        ['Aller au contenu'],
        ['Menu', 'Accueil', 'À propos', 'Archives', 'Contact'],
        ['Rechercher :'],
        ['Les Amis de Port-Aubin', 'Textes de la côte'],
        ['Laisser un commentaire'],
      ],
      below: [
        [
          'Partager :',
          'Cliquez pour partager sur Twitter(ouvre dans une nouvelle fenêtre)',
          'Cliquez pour partager sur Facebook(ouvre dans une nouvelle fenêtre)',
          'J’aime chargement…',
        ],
        ['Articles similaires', '', 'Petite histoire de la corde', '3 juin 2019', 'Dans « Histoire »'],
        ['Publié dans Histoire, Textes. Marqué avec imprimerie, travail. Mettre en favori le permalien.'],
        ['Catégories : Histoire', 'Étiquettes : côte, lettres'],
        [
          'Laisser un commentaire',
          'Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *',
          'Commentaire *',
          'Nom *',
          'E-mail *',
          'Site web',
          'Enregistrer mon nom, mon e-mail et mon site dans le navigateur pour mon prochain commentaire.',
          'Laisser un commentaire',
        ],
        ['Navigation de l’article', '← Articles plus anciens', 'Articles plus récents →'],
        ['Article précédent : Lettres du môle', 'Article suivant : Les collines qui parlaient'],
        [
          '2 réflexions sur « {title} »',
          '',
          '{person} dit :',
          '{date} à 10 h 12 min',
          'Merci pour ce texte.',
          'Répondre',
        ],
        [
          'Articles récents',
          'Lettres du môle',
          'Les collines qui parlaient',
          '',
          'Archives',
          'mars 2021',
          'janvier 2021',
        ],
        ['Fièrement propulsé par WordPress | Thème : Twenty Sixteen'],
        ['Copyright © {year} Les Amis de Port-Aubin. Tous droits réservés.'],
        ['Nous utilisons des cookies pour vous garantir la meilleure expérience sur notre site web.', 'Accepter'],
      ],
    },
  },
  marxists: {
    en: {
      above: [
        ['MIA > Archive > {author}'],
        ['{author} Archive'],
        ['Marxists’ Internet Archive'],
        ['ETOL Home Page'],
        ['History Archive | Document Index'],
      ],
      below: [
        ['Top of the page'],
        ['{author} Archive', 'Marxists’ Internet Archive'],
        ['Last updated on {date}'],
        ['Return to the Index'],
        ['Back to the Archive | Home Page'],
        ['Main Document Index | Encyclopaedia | Subject Archive'],
      ],
    },
    fr: {
      above: [
        ['MIA > Archives > {author}'],
        ['Archives {author}'],
        ['Archive Internet des marxistes'],
        ['Section française'],
        ['Bibliothèque | Index des auteurs'],
      ],
      below: [
        ['Haut de la page'],
        ['Archives {author}', 'Archive Internet des marxistes'],
        ['Dernière mise à jour le {date}'],
        ['Retour au sommaire', 'Suite'],
        ['Retour à l’index | Accueil'],
        ['Début de page', 'Archives Internet des marxistes'],
      ],
    },
  },
  blog: {
    en: {
      above: [
        ['Home', 'About me', 'Blogroll'],
        ['Older Post', 'Newer Post'],
        ['Subscribe by email'],
        ['Follow @merrowarchive'],
      ],
      below: [
        ['Posted by {person} at 10:14'],
        ['Labels: history, printing'],
        ['Email This', 'BlogThis!', 'Share to Twitter', 'Share to Facebook', 'Share to Pinterest'],
        ['No comments:', 'Post a Comment'],
        ['Newer Post', 'Older Post', 'Home'],
        ['Subscribe to: Post Comments (Atom)'],
        ['Blog Archive', '► 2021 (14)', '▼ 2020 (31)'],
        ['Print this page'],
        ['Powered by Blogger.'],
      ],
    },
    fr: {
      above: [
        ['Accueil', 'Qui suis-je ?', 'Mes liens'],
        ['Article plus ancien', 'Article plus récent'],
        ['S’abonner par e-mail'],
        ['Suivre @portaubin'],
      ],
      below: [
        ['Publié par {person} à 10:14'],
        ['Libellés : histoire, imprimerie'],
        ['Envoyer par e-mail', 'BlogThis!', 'Partager sur Twitter', 'Partager sur Facebook', 'Partager sur Pinterest'],
        ['Aucun commentaire:', 'Enregistrer un commentaire'],
        ['Article plus récent', 'Article plus ancien', 'Accueil'],
        ['Inscription à : Publier les commentaires (Atom)'],
        ['Archives du blog', '► 2021 (14)', '▼ 2020 (31)'],
        ['Imprimer cette page'],
        ['Fourni par Blogger.'],
      ],
    },
  },
  wiki: {
    en: {
      above: [
        ['Jump to navigation', 'Jump to search'],
        ['Page', 'Discussion', 'Read', 'Edit', 'View history'],
        ['From Saltwiki, the free library'],
      ],
      below: [
        ['Retrieved from "https://example.org/w/index.php?title=Text&oldid={n}"'],
        ['Categories: 1930s works', 'Hidden category: Validated texts'],
        ['This page was last edited on {date}, at 10:14.'],
        ['Privacy policy', 'About Saltwiki', 'Disclaimers', 'Mobile view'],
      ],
    },
    fr: {
      above: [
        ['Aller à la navigation', 'Aller à la recherche'],
        ['Page', 'Discussion', 'Lire', 'Modifier', 'Voir l’historique'],
        ['De Salinothèque, la bibliothèque libre'],
      ],
      below: [
        ['Récupérée de « https://example.org/w/index.php?title=Texte&oldid={n} »'],
        ['Catégories : Œuvres des années 1930', 'Catégorie cachée : Textes validés'],
        ['La dernière modification de cette page a été faite le {date} à 10:14.'],
        ['Politique de confidentialité', 'À propos de Salinothèque', 'Avertissements', 'Version mobile'],
      ],
    },
  },
  gutenberg: {
    en: {
      above: [
        ['This ebook is for the use of anyone anywhere at no cost and with almost no restrictions whatsoever.'],
        ['Produced by {person} and the Online Distributed Proofreading Team'],
        ['*** START OF THE EBOOK ***'],
      ],
      below: [['*** END OF THE EBOOK ***'], ['End of the Project’s EBook of {title}, by {author}']],
    },
    fr: {
      above: [
        ['This ebook is for the use of anyone anywhere at no cost and with almost no restrictions whatsoever.'],
        ['Produced by {person} and the Online Distributed Proofreading Team'],
        ['*** START OF THE EBOOK ***'],
      ],
      below: [['*** END OF THE EBOOK ***'], ['End of the Project’s EBook of {title}, by {author}']],
    },
  },
  email: {
    en: {
      above: [
        [
          'From: {person} <{n}@example.org>',
          'To: library@example.org',
          'Date: 4 Mar 2021 10:14:05 +0000',
          'Subject: transcription',
        ],
      ],
      below: [['-- ', '{person}', 'The Merrow Archive', 'https://example.org/'], ['Sent from my iPad']],
    },
    fr: {
      above: [
        [
          'De : {person} <{n}@example.org>',
          'À : bibliotheque@example.org',
          'Date : 4 mars 2021 10:14',
          'Objet : transcription',
        ],
      ],
      below: [['-- ', '{person}', 'Les Amis de Port-Aubin', 'https://example.org/'], ['Envoyé de mon iPad']],
    },
  },
  newspaper: {
    en: {
      above: [['Advertisement'], ['Sign in', 'Subscribe', 'Search'], ['News', 'Opinion', 'Culture', 'Sport']],
      below: [
        ['Advertisement'],
        ['Read more:', 'The Hills That Spoke'],
        ['Most viewed', '1 A Short History of Rope', '2 Letters from the Mole'],
        ['© {year} The Merrow Gazette. All rights reserved.'],
        ['Share', 'Tweet', 'Print'],
      ],
    },
    fr: {
      above: [
        ['Publicité'],
        ['Se connecter', 'S’abonner', 'Rechercher'],
        ['Actualités', 'Opinions', 'Culture', 'Sports'],
      ],
      below: [
        ['Publicité'],
        ['Lire aussi :', 'Les collines qui parlaient'],
        ['Les plus lus', '1 Petite histoire de la corde', '2 Lettres du môle'],
        ['© {year} La Gazette de Kerlaz. Tous droits réservés.'],
        ['Partager', 'Tweeter', 'Imprimer'],
      ],
    },
  },
};
