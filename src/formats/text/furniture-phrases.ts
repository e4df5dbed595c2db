/** One row a phrase of page furniture: what it is, how it reads, and how far it reaches. */
export interface FurniturePhrase {
  readonly why: string;
  /**
   * 'line': furniture wherever it stands. 'end': it and all that follows it, when it stands below the text. 'edge': only above or below
   * the text, where it could be a word of the text elsewhere.
   */
  readonly reach: 'line' | 'end' | 'edge';
  readonly pattern: RegExp;
}

const whole = (words: string): RegExp =>
  new RegExp(`^(?:[-–—•·*|>»«←→↑▲#\\s\\[(]*)(?:${words})(?:[-–—•·*|>»«←→↑▲\\s\\])!:.…?]*)$`, 'iu');
const begins = (words: string): RegExp => new RegExp(`^(?:[-–—•·*|>»«←→↑▲#\\s\\[(]*)(?:${words})`, 'iu');

/** SPIP, WordPress, marxists.org and blogs, in English and French. */
export const FURNITURE_PHRASES: readonly FurniturePhrase[] = [
  {
    why: 'forum',
    reach: 'end',
    pattern: whole(
      "any (?:message|comment)s? or (?:comment|message)s?|un message,? un commentaire|(?:your|a) comment|votre commentaire|forum|forum de l[’']article|vos commentaires|votre message|a message, a comment",
    ),
  },
  {
    why: 'forum',
    reach: 'end',
    pattern: begins(
      "(?:this|ce) forum (?:is|est) mod[eé]r|attention, votre message n[’']apparaîtra|your contribution will only appear|votre contribution n[’']apparaîtra",
    ),
  },
  {
    why: 'forum',
    reach: 'end',
    pattern: whole(
      'who are you|qui êtes[- ]vous|your (?:post|message|name|e-?mail(?: address)?|web ?site)|votre (?:nom|message|adresse e-?mail|e-?mail|site web)|ajoutez votre commentaire ici|participer à la discussion|répondre à cet article|reply to this article|réagir à cet article',
    ),
  },
  {
    why: 'forum',
    reach: 'end',
    pattern: begins(
      'to create paragraphs, just leave blank|pour créer des paragraphes, laissez|ce formulaire accepte les raccourcis|this form accepts spip shortcuts|merci de vous connecter|vous devez être (?:connecté|inscrit)|pour participer, vous devez|pour vous authentifier|show your identity|to show your avatar with your message|pour afficher votre trombine',
    ),
  },
  {
    why: 'comments',
    reach: 'end',
    pattern: whole(
      'leave a (?:reply|comment)(?: cancel reply)?|laisser un commentaire(?: annuler la réponse)?|laissez un commentaire|laisser une réponse|post a comment|add a comment|ajouter un commentaire|poster un commentaire|write a comment|join the (?:discussion|conversation)|(?:\\d+|no|one|two|three|aucun|un|deux|trois)\\s+(?:comments?|commentaires?|responses?|réponses?|replies|thoughts?|réflexions?|r[ée]actions?|messages?)(?: (?:on|to|à|sur|de forum)\\b.*)?|comments|commentaires|comments are closed|les commentaires sont (?:fermés|clos)|discussion|responses|cancel reply|annuler la réponse',
    ),
  },
  {
    why: 'comments',
    reach: 'end',
    pattern: begins(
      'your e-?mail address will not be published|votre adresse (?:e-?mail|de messagerie) ne sera pas publiée|required fields are marked|les champs obligatoires sont|save my name, e-?mail|enregistrer mon nom|notify me of (?:new|follow)|(?:prévenez|avertissez)-moi|this site uses akismet|ce site utilise akismet|you must be logged in|log in to (?:reply|comment)|logged in as|name \\*|nom \\*|e-?mail \\*|notifiez-moi',
    ),
  },
  {
    why: 'comments',
    reach: 'edge',
    pattern: whole(
      "submit comment|submit|envoyer|reply|répondre|post|preview|prévisualiser|prévisualisation|poster|publier|name|nom|e-?mail|website|site web|comment|commentaire|log ?in|connexion|sign in|se connecter|s[’']inscrire|register|message|titre|title|valider|link|lien hypertexte|leave this field empty",
    ),
  },
  {
    why: 'comments',
    reach: 'edge',
    pattern: begins(
      '(?:by|par|de|from)?\\s*\\p{L}+[^.]{0,60}\\s(?:says\\s*:?|(?:said|dit|a dit|wrote|a écrit)\\s*:)\\s*$',
    ),
  },
  {
    why: 'share',
    reach: 'line',
    pattern: begins(
      "(?:share|partager|partagez)(?: this| it| on| via| by| with| sur| par| avec| cet| cette| l[’']article| la page| le texte| :|:|$)[^.]{0,90}$|click to (?:share|email|print|e-mail)|cliquez? (?:pour|sur)[^.]{0,60}(?:partager|imprimer|envoyer|nouvelle fenêtre)|like this:?|j[’']aime ça|be the first to like|soyez le premier à aimer|tweet(?:er)?\\s*$|follow us on|suivez-nous|like loading|loading\\.\\.\\.|chargement|similaire:?\\s*$",
    ),
  },
  {
    why: 'share',
    reach: 'line',
    pattern:
      /^(?:(?:twitter|facebook|x|mastodon|bluesky|linkedin|pinterest|reddit|whats ?app|telegram|tumblr|pocket|e-?mail|print|imprimer|courriel|messenger|digg|delicious|google\+?|diaspora\*?|share|partager|more|plus|rss|copy link|copier le lien|tweet|like|skype|threads|instagram|youtube|envoyer|pdf|seenthis|viadeo)[\s|,·•/*-]*){2,}$/i,
  },
  {
    why: 'share',
    reach: 'edge',
    pattern: whole(
      'twitter|facebook|mastodon|bluesky|linkedin|pinterest|reddit|whatsapp|telegram|tumblr|pocket|e-?mail|print|imprimer|courriel|rss|tweet|like|copy link|more|plus|pdf|instagram|youtube',
    ),
  },
  {
    why: 'share',
    reach: 'line',
    pattern: whole(
      "(?:print|imprimer|e-?mail|envoyer|recommander|recommend|télécharger|download|version)(?: (?:this|cet|cette|la|l[’']|the|à un|to a|en|as|imprimable|friendly)?\\s*(?:page|article|text|texte|post|story|friend|ami|pdf|version|epub|imprimer))+(?: \\(?(?:pdf|epub|friendly|par mail|par courriel)\\)?)?|printer[- ]friendly(?: version)?|version (?:imprimable|à imprimer|pdf)(?: de cet article)?|print (?:friendly|version)|(?:download|télécharger)(?: (?:the|le|as|en|au format))?\\s*(?:pdf|epub|document)?|send (?:to a friend|by e-?mail)|envoyer (?:à un ami|par mail)|article au format pdf|enregistrer au format pdf|impression|text size|taille du texte|a\\+? ?a-?|a- a\\+",
    ),
  },
  {
    why: 'related',
    reach: 'end',
    pattern: whole(
      "related(?: (?:posts?|articles?|texts?|content|reading|stories))?|similar (?:posts?|articles?)|(?:articles?|billets?|textes?|contenus?) (?:similaires?|liés?|connexes?|associés?|apparentés?|récents?)|(?:articles?|textes?) (?:du même auteur|de la même rubrique|dans la même rubrique)|dans la même rubrique|in the same (?:section|category|rubric)|from the same author|du même auteur|also in this section|see also|voir aussi|à lire aussi|lire aussi|sur le même (?:thème|sujet)|more (?:from|by|in|like|on) .{0,50}|(?:recent|latest|popular|most read) (?:posts?|articles?|comments?)|(?:derniers?|dernières?) (?:articles?|commentaires?|brèves?|publications?|billets?)|you (?:may|might) also (?:like|enjoy).{0,30}|vous aimerez (?:aussi|peut-être).{0,30}|autres (?:articles|textes)(?: .{0,40})?|other articles(?: .{0,40})?|keep reading|à découvrir|portfolio|documents? joints?|attached documents?|documents associés|liens?|links|blogroll|archives?|categor(?:y|ies)|catégories|meta|méta|tag cloud|nuage de (?:tags|mots-clés)|search|rechercher|subscribe|s[’']abonner|abonnez-vous|newsletter",
    ),
  },
  {
    why: 'tags',
    reach: 'line',
    pattern: begins(
      '(?:tags?|tagged|keywords|étiquettes?|étiqueté|mots[- ]cl[ée]s?|filed under|posted in|publié dans|classé (?:dans|sous)|catégories?|categor(?:y|ies)|rubriques?|labels|libellés|topics|sujets|thèmes?)\\s*(?::|—|–|\\s(?=(?:\\p{Lu}|#)))[^.]{0,140}$',
    ),
  },
  { why: 'tags', reach: 'line', pattern: /^(?:#[\p{L}\d_-]+[\s,]*)+$/u },
  {
    why: 'navigation',
    reach: 'edge',
    pattern: begins(
      '(?:previous|next|older|newer|précédente?|suivante?|prev)\\b(?:\\s+(?:post|article|page|chapter|chapitre|texte|text|entry|entries|posts|articles))?\\s*(?:[:|←→«»<>/].{0,120})?$|(?:article|post|texte|text|billet|chapitre|chapter|page)\\s+(?:précédente?|suivante?|previous|next)\\b.{0,120}$',
    ),
  },
  {
    why: 'navigation',
    reach: 'line',
    pattern:
      /^(?:(?:previous|next|précédente?|suivante?|prev|index|contents|sommaire|home|accueil|top|haut|up|table of contents|table des matières|older|newer|back|retour)(?:\s+(?:post|article|page|chapter|chapitre|texte|text|entry))?[\s|«»<>←→↑·•\-–/]*){2,}$/iu,
  },
  {
    why: 'navigation',
    reach: 'line',
    pattern: /^[←→»‹›<>]+\s?[^.]{2,110}$|^«+\s?[^.,:;!?]{2,110}$|^[^.!?]{2,110}\s[←→»›>]{1,2}$/u,
  },
  {
    why: 'navigation',
    reach: 'line',
    pattern: whole(
      "(?:back|return|go|skip|jump) to (?:the )?(?:top|content|contents|index|home|homepage|main content|main page|navigation|section|table of contents|archive|page top|.{2,40} (?:archive|index|page))(?: of (?:the )?page)?|top of (?:the )?page|haut de (?:la )?page|(?:retour|aller|revenir|remonter) (?:au|en|à|vers)(?: (?:la|le|l[’']))?\\s*(?:sommaire|haut(?: de (?:la )?page)?|accueil|contenu|début|menu|index|page d[’']accueil|liste|table(?: des matières)?|navigation|recherche|site)|top|menu|main menu|menu principal|navigation|home|home page|accueil|page d[’']accueil|sommaire|plan du site|site map|sitemap|contacts?|contactez-nous|nous contacter|contact us|about(?: us)?|à propos|qui sommes-nous|mentions légales|legal notice|privacy(?: policy)?|politique de confidentialité|terms of (?:use|service)|conditions d[’']utilisation|crédits|credits|espace privé|se connecter|log in|rss(?: 2\\.0)?|suivre la vie du site.*|flux rss|all articles|tous les articles|toggle navigation|basculer la navigation|aller à la navigation|skip navigation|faire un don|donate|f\\.?a\\.?q\\.?|search this site|rechercher sur le site|recherche|search|rechercher\\s*:?|ok|go|toggle sidebar",
    ),
  },
  {
    why: 'breadcrumb',
    reach: 'line',
    pattern:
      /^(?:you are here|vous êtes ici)\s*:?.{0,200}$|^(?:home|accueil|mia|marxists internet archive|archives?|m\.i\.a\.|index|start|site|bibliothèque|library|marxists['’]? internet archive)\s*(?:[>»›/|→:]|::)\s*.{0,200}$/iu,
  },
  { why: 'breadcrumb', reach: 'edge', pattern: /^[^.!?]{1,60}(?:\s[>»›→]\s[^.!?]{1,60}){1,6}(?:\s[>»›→])?$/u },
  { why: 'menu', reach: 'edge', pattern: /^[^.!?;:|•·]{2,30}(?:\s*[|•·]\s*[^.!?;:|•·]{2,30}){2,12}$/u },
  {
    why: 'copyright',
    reach: 'edge',
    pattern: begins(
      '(?:©|\\(c\\)\\s?(?=\\d{4}|copyright)|copyright)\\s?.{0,160}$|all rights reserved|tous droits réservés|creative commons\\b|(?:this work|cette œuvre|ce texte|this article|this text) (?:is|est) (?:licensed|mise?e? à disposition|published|publié|available|sous) (?:under|selon|sous|licen[cs]e)|(?:unless|sauf) (?:otherwise|mention|indication)',
    ),
  },
  { why: 'copyleft', reach: 'edge', pattern: begins('copyleft|public domain\\b.{0,160}$|domaine public\\b.{0,120}$') },
  {
    why: 'credit',
    reach: 'line',
    pattern: begins(
      '(?:proudly )?powered by\\b|propulsé (?:par|fièrement)|fièrement propulsé|site réalisé (?:avec|sous|par)|(?:site |conçu |made |built )(?:créé |réalisé |généré )?(?:avec|with|under|sous) (?:spip|wordpress|drupal|hugo|jekyll|ghost)|squelettes?\\s|theme\\s?:|thème\\s?:|theme by|spip\\s*\\||(?:blog|site) (?:at|sur) wordpress\\.com|un site wordpress|create a free website|générateur de site|hébergé par|hosted by',
    ),
  },
  {
    why: 'cookies',
    reach: 'line',
    pattern: begins(
      "(?:this|our|ce|notre) (?:web ?site|site|blog)(?: web)? (?:uses|utilise) (?:des )?cookies|we use cookies|nous utilisons des cookies|(?:accept|refuse|reject|accepter|refuser|manage|gérer|tout accepter)(?: all| tous)?(?: les)? cookies|en poursuivant votre navigation|by continuing to (?:use|browse)|privacy (?:and|&) cookies|confidentialité (?:et|&) cookies|cookie (?:policy|settings)|j[’']accepte\\s*$|i agree\\s*$|got it!?\\s*$|tout accepter|tout refuser",
    ),
  },
  {
    why: 'advertisement',
    reach: 'line',
    pattern: whole(
      "advertisements?|publicité|annonces?|sponsored|sponsorisé|report this ad|signaler cette annonce|\\[?continue reading.{0,30}\\]?|\\[?lire la suite.{0,30}\\]?|read more.{0,20}|en savoir plus|story continues below(?: advertisement)?|scroll to continue|(?:l[’']article continue|la suite) (?:après|sous) la publicité",
    ),
  },
  {
    why: 'related',
    reach: 'line',
    pattern: begins(
      '(?:read (?:also|more|next)|see also|à lire (?:aussi|également)|lire (?:aussi|également|la suite)|voir (?:aussi|également)|related|also read|sur le même sujet)\\s*:\\s.{0,160}$',
    ),
  },
  {
    why: 'newsletter',
    reach: 'edge',
    pattern: begins(
      "(?:subscribe|sign up|abonnez-vous|inscrivez-vous|follow)\\b.{0,140}$|(?:enter|entrez|saisissez) (?:your|votre) (?:e-?mail|adresse).{0,120}$|support (?:us|this site|our work)\\b.{0,140}|soutenez(?:-nous)?\\b.{0,140}|(?:s[’']abonner|abonnement)\\b.{0,60}$|rejoignez .{0,60}(?:abonnés|followers).{0,20}$|join .{0,40}(?:subscribers|followers|others).{0,40}$|(?:if you (?:enjoyed|liked|found)|si (?:vous avez aimé|cet article vous)).{0,160}$|make a donation.{0,60}$|please (?:donate|support|consider).{0,120}$",
    ),
  },
  {
    why: 'counter',
    reach: 'line',
    pattern:
      /^(?:\d[\d\s.,]*\s*(?:views?|visits?|visites?|vues?|lectures?|reads?|hits|shares?|partages?|likes?|visiteurs?|visitors?|mots|words)|(?:views?|visites?|popularité|popularity|hits|nombre de (?:visites|lectures)|lu|read|article lu)\s*:?\s*\d[\d\s.,]*(?:\s*(?:times|fois|%))?|(?:temps de lecture|reading time|estimated reading time|durée de lecture)\s*:?.{0,30}|\d+\s*(?:min(?:ute)?s?)\.?\s*(?:read|de lecture)|(?:visiteurs?|visitors?) (?:connectés|online|par jour|per day)\s*:?.{0,40})\s*$/iu,
  },
  {
    why: 'date-line',
    reach: 'line',
    pattern: begins(
      '(?:last (?:updated|modified|revised|edited)|(?:date de )?dernière (?:mise à jour|modification)|(?:page )?(?:updated|modified|mis(?:e)? à jour)(?: on| le)?|modifié le)\\b.{0,80}$',
    ),
  },
  {
    why: 'feedback',
    reach: 'edge',
    pattern: begins(
      '(?:report|signaler) (?:an? |une? )?(?:error|erreur|misprint|coquille).{0,60}$|please report .{0,80}$|comments? to\\s.{0,80}$|contact the (?:webmaster|editor|archive).{0,60}$|webmaster\\b.{0,60}$',
    ),
  },
  {
    why: 'archive',
    reach: 'edge',
    pattern:
      /^(?:the )?(?:marxists(?:['’])? internet archive|[\p{L}.\s]{2,40} (?:internet )?archive|(?:archives?|œuvres|oeuvres|textes|works|index) (?:of|de|by|des)\s+[\p{L}.\s-]{2,40}|[\p{L}.\s-]{2,40} archives? index)(?:\s*[|>:]\s*.{0,80})?$/iu,
  },
  {
    why: 'ebook',
    reach: 'line',
    pattern:
      /^\*{2,3}\s?(?:start|end) of (?:the |this )?(?:project gutenberg |e-?book|.{0,80}e-?book).{0,160}$|^(?:this ebook is for the use of anyone|you may copy it, give it away|(?:the )?project gutenberg(?:['’]s|\s(?:ebook|e-?text|license))|end of (?:the |this )?(?:projects?['’]?s?|project gutenberg.{0,4})\s?(?:e-?book|e-?text)?.{0,160}$|fin d[eu] (?:l['’]|ce )?(?:e-?book|livre électronique).{0,120}$|updated editions will replace|produced by .{0,160}(?:distributed proofread|online|team|internet archive)|e-?text prepared by|character set(?: encoding)?\s*:|most recently updated\s*:|release date and|this file was produced from images|\[?e-?book\s?#?\d+\]?$|transcriber['’]s notes?\s*:?$|note (?:de|du) transcript(?:eur|ion)\s*:?$)/iu,
  },
  {
    why: 'blog',
    reach: 'line',
    pattern:
      /^(?:blog ?this!?|partager sur .{2,20}|share (?:to|on) .{2,20}|(?:article|message|post) plus (?:récent|ancien)|(?:newer|older) posts?|inscription à\s*:.{0,60}|subscribe to\s*:.{0,60}|archives du blog|blog archive|[►▼▶]\s?\d{4}.{0,12}|[►▼▶]\s?\p{L}+\s\(\d+\)|membres|followers|fournisseur de flux|thème .{0,40}fourni par blogger.{0,5}|(?:posted|publié) (?:by|par) .{2,60}\s(?:at|à)\s\d{1,2}[:h]\d{2}.{0,10}|atom|email this)\s*$/iu,
  },
  {
    why: 'share',
    reach: 'line',
    pattern: begins(
      ".{0,60}\\bà télécharger\\s*$|(?:word ?press|j[’']aime chargement)\\s*[.…:]*$|thanks for reading .{0,120}|(?:printable|print(?:er)?[- ]friendly) (?:version|page)\\b.{0,40}$|(?:sent|envoyé) (?:from|de|depuis) m(?:y|on)\\s.{2,30}$|bookmark the permalink.{0,10}$|this entry was posted.{0,160}$|(?:cet article|ce billet|cette entrée) a été publiée? .{0,160}$|mettez-le en favori.{0,40}$|envoyé (?:de|depuis) (?:mon|mes)\\s.{2,30}$",
    ),
  },
  {
    why: 'navigation',
    reach: 'edge',
    pattern: whole(
      "articles? in this section|suivre @.{2,30}|follow @.{2,30}|article plus ancien|article plus récent|accueil du site|(?:site )?home ?page|page d[’']accueil|document index|index des documents|e\\.?t\\.?o\\.?l\\.?(?: home page)?|texts? from .{2,30}|my links|mes liens|qui suis-je|about me|blogroll",
    ),
  },
  {
    why: 'wiki',
    reach: 'line',
    pattern:
      /^(?:(?:retrieved|récupérée?) (?:from|de)\s.{0,160}|(?:this page was last (?:edited|modified)|(?:la )?dernière modification de cette page|cette page a été modifiée).{0,120}|jump to (?:navigation|search).{0,20}|aller à la (?:navigation|recherche).{0,20}|(?:voir|view) (?:en ligne|online|l[’']historique|history|source).{0,120}|see online\s?:.{0,120}|(?:catégories?|categor(?:y|ies))\s?:.{0,120}|from [\p{Lu}][\p{L}]+, the free .{2,30}|un article de [\p{Lu}].{2,40}|fourni par blogger.{0,3}|powered by blogger.{0,3}|modifier le code|edit source)$/iu,
  },
  {
    why: 'tags',
    reach: 'line',
    pattern:
      /^(?:posted in|publié dans|classé dans|this entry was posted in|cet article a été publié dans)\s.{2,120}(?:tagged|marqué avec|bookmark the permalink|mettre en favori|permalien|permalink).{0,120}$/iu,
  },
  {
    why: 'archive',
    reach: 'edge',
    pattern:
      /^(?:https?:\/\/\S+|www\.\S+|section française|english section|(?:marxists['’]? internet archive|archives? internet des marxistes)(?:.{0,40})?|retour à l[’']index.{0,60}|(?:les plus lus|most read).{0,20}|.{2,40}\s(?:—|-|–|\|)\shttps?:\/\/\S+)$/iu,
  },
  { why: 'wiki', reach: 'edge', pattern: whole('page|discussion|lire|modifier|read|edit|talk|article') },
  {
    why: 'navigation',
    reach: 'line',
    pattern: /^[◄◀←⇐]\s.{0,160}\s[►▶→⇒]$|^[◄◀⇐]\s?.{2,110}$|^.{2,110}\s?[►▶⇒]$/u,
  },
  {
    why: 'navigation',
    reach: 'line',
    pattern: begins(
      "(?:toutes les versions de (?:cet article|ce texte)|all versions of this article|(?:this article|cet article) (?:in other languages|dans d[’']autres langues)|autres langues|other languages)\\s?:.{0,120}$",
    ),
  },
  { why: 'postscript', reach: 'edge', pattern: /^P\.?[-– ]?S\.?\s*:?$/ },
  {
    why: 'share',
    reach: 'line',
    pattern:
      /^(?:(?:envoyer (?:par e-?mail|à un ami)|email this|blogthis!?|(?:partager|share) (?:sur|to|on) [\p{L} ]{1,12}?|libellés\s?:|liens vers cet article|links to this post|aucun commentaire|no comments)(?:\s*[:|·•]\s*|\s+|$)){2,}$/iu,
  },
  { why: 'menu', reach: 'line', pattern: /^(?:\[\s*\p{L}[^\][]{0,30}\]\s*){2,}$/u },
  {
    why: 'feedback',
    reach: 'edge',
    pattern: begins(
      '(?:send (?:e-?)?mail to|envoyez un (?:e-?mail|courriel) à)\\s.{0,140}$|you are visitor\\b.{0,60}$|vous êtes le .{0,20}visiteur.{0,40}$|(?:citer|cite|pour citer|how to cite|to cite) (?:ce|cet|this|cette)\\s.{0,60}:?$|(?:sauter|aller) à la (?:navigation|recherche).{0,40}$|\\d+ followers$|follow(?:ing)?$|.{2,60} mailing list\\b.{0,140}$|(?:unsubscribe|se désabonner|désinscription)\\b.{0,80}$',
    ),
  },
];
