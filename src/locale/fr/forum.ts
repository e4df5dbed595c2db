import type { forum as english } from '../en/forum.ts';
import type { SameKeys } from '../message.ts';

export const forum: SameKeys<typeof english> = {
  'forum.title': 'Forum',
  'forum.title.of': 'Forum de {title}',
  'forum.description': 'Ce que des lecteurs ont écrit sur {title}, et le formulaire pour répondre.',
  'forum.notice.before':
    'Ce forum est modéré a priori : votre contribution n’apparaîtra qu’après avoir été validée par un administrateur du site.',
  'forum.notice.after':
    'Ce forum est modéré a posteriori : votre contribution apparaît aussitôt, et un administrateur peut la retirer.',
  'forum.notice.subscription':
    'Ce forum demande une adresse électronique : votre contribution apparaît une fois suivi le lien qui y est envoyé.',
  'forum.notice.closed': 'Ce forum est fermé : ce qui a été validé reste, et rien ne peut s’y ajouter.',
  'forum.count': { one: '{count} contribution', other: '{count} contributions' },
  'forum.empty': 'Personne n’a encore contribué.',
  'forum.empty.passage': 'Personne n’a encore répondu à ce passage.',
  'forum.feed': 'Suivre ce forum',
  'forum.feed.of': '{title} : forum',
  'forum.feed.site': '{name} : forums',
  'forum.paging': 'Pages du forum',
  'forum.above': 'Tout le forum',
  // one contribution
  'forum.untitled': 'Contribution de {name}',
  'forum.answer': 'Répondre',
  'forum.answer.to': 'Répondre à {name}',
  'forum.in-answer-to': 'en réponse à {name}',
  'forum.by-press': 'pour le site',
  'forum.on-passage': 'sur ce passage',
  'forum.passage.forum': 'tout ce qui s’y rapporte',
  'forum.quote-corrected': 'sur des mots corrigés depuis : tels qu’ils étaient dans la révision {number}',
  'forum.passage-gone': 'sur un passage qui a changé depuis',
  'forum.root-gone': 'La contribution qui ouvrait cette discussion n’est plus affichée.',
  'forum.thread': 'Discussion',
  'forum.shelf': {
    one: '{count} contribution porte sur un passage qui a changé ou disparu depuis.',
    other: '{count} contributions portent sur des passages qui ont changé ou disparu depuis.',
  },
  'forum.shelf.read': 'Voir ce qui est à l’écart',
  'forum.shelf.title': 'À l’écart',
  'mistake.contribution-paragraph': 'Aucun paragraphe n’a ce numéro. Les numéros sont en marge du texte.',
  'forum.more-answers': { one: '{count} autre réponse', other: '{count} autres réponses' },
  'forum.mark': {
    one: '{count} contribution sur le paragraphe {number}',
    other: '{count} contributions sur le paragraphe {number}',
  },
  'forum.mark.answer': 'Répondre au paragraphe {number}',
  'forum.passage': 'Le passage',
  'forum.passage.title': 'Un passage de {title}',
  'forum.passage.read': 'Le lire à sa place',
  'forum.passage.gone': 'Ce passage a changé ou disparu depuis ; ces mots sont de la révision {number}.',
  // the form
  'forum.contribute': 'Contribuer',
  'forum.who': 'Qui êtes-vous ?',
  'forum.name': 'Votre nom',
  'forum.email': 'Votre adresse électronique (jamais affichée)',
  'forum.email.optional': 'Votre adresse électronique (facultative, jamais affichée)',
  'forum.notify': 'M’écrire quand ce sera décidé, ou si l’on me répond',
  'forum.post': 'Votre message',
  'forum.subject': 'Titre (facultatif)',
  'forum.body': 'Texte de votre message',
  'forum.body.hint':
    'Pour créer des paragraphes, laissez simplement des lignes vides. Et aussi : *italique*, **gras**, > devant une ligne que vous citez, et l’adresse d’une page telle quelle.',
  'forum.about': 'Ce dont il s’agit',
  'forum.quote': 'Les mots du passage auxquels vous répondez (facultatif)',
  'forum.quote.hint': 'Tels qu’ils s’y trouvent. Si vous laissez ceci vide, le début du passage en tient lieu.',
  'forum.paragraph': 'Un paragraphe en particulier, par son numéro en marge (facultatif)',
  'forum.paragraph.this': 'Le paragraphe, par son numéro en marge',
  'forum.trap': 'Laissez ceci vide',
  'forum.preview': 'Prévisualiser',
  'forum.preview.again': 'Prévisualiser encore',
  'forum.kept':
    'Ce que vous envoyez est gardé comme le dit la page {privacy}. Aucun cookie n’est posé, et votre adresse de réseau n’est pas gardée.',
  'forum.kept.privacy': 'Ce qui est gardé de vous',
  'forum.preview.title': 'Prévisualisation',
  'forum.preview.lead': 'Voici comment ce serait affiché. Rien n’est encore envoyé.',
  'forum.preview.place': 'Où ce serait',
  'forum.preview.place.text': 'sous le texte, en général',
  'forum.preview.change': 'Le modifier',
  'forum.send': 'Message définitif : l’envoyer',
  'forum.send.working': 'Envoi en cours…',
  'forum.mistakes': 'Il faut d’abord corriger ceci :',
  // the receipt
  'receipt.title': 'Votre contribution',
  'receipt.description': 'Le reçu d’une contribution.',
  'receipt.keep':
    'Gardez l’adresse de cette page : elle seule ramène à ce que vous avez envoyé, et qui la possède peut faire ce que vous pouvez faire ici. Il n’y a pas de compte.',
  'receipt.state.waiting': 'Elle attend d’être lue.',
  'receipt.state.validated': 'Elle est validée, et apparaît sous le texte.',
  'receipt.state.validated-edit':
    'Votre nouvelle version attend d’être lue. Ce qui a été validé reste sous le texte en attendant.',
  'receipt.state.refused': 'Elle a été refusée, et n’apparaît pas.',
  'receipt.state.withdrawn': 'Elle est retirée, et n’apparaît plus.',
  'receipt.state.erased': 'Elle est effacée. Ni vos mots, ni votre nom, ni votre adresse ne sont plus ici.',
  'receipt.next.waiting':
    'Un administrateur la lit, puis la valide ou la refuse. D’ici là, personne d’autre ne la voit. Cette page vous dira ce qui a été décidé.',
  'receipt.next.validated':
    'Vous pouvez la modifier : la nouvelle version attendra d’être lue à son tour. Vous pouvez la retirer ou l’effacer à tout moment.',
  'receipt.next.validated-edit':
    'Un administrateur lit la nouvelle version. Si elle est refusée, ce qui a été validé reste.',
  'receipt.next.refused':
    'Vous pouvez en écrire une autre sous le texte. Celle-ci est gardée quelque temps, pour que vous puissiez lire ici pourquoi ; vous pouvez l’effacer aussitôt.',
  'receipt.next.withdrawn':
    'Elle est gardée quelque temps, pour que vous puissiez la lire et l’emporter ; vous pouvez l’effacer aussitôt.',
  'receipt.next.erased':
    'Le registre public garde qu’une contribution a été reçue, décidée et effacée, et quand ; rien qui mène à vous.',
  'receipt.unconfirmed':
    'L’adresse électronique que vous avez donnée n’est pas encore confirmée : suivez le lien qui y a été envoyé. Rien d’autre n’y est envoyé avant.',
  'receipt.reason': 'La raison donnée',
  'receipt.read': 'La lire à sa place',
  'receipt.words': 'Ce que vous avez envoyé',
  'receipt.words.waiting': 'Ce qui attend',
  'receipt.words.shown': 'Ce qui est affiché',
  'receipt.acts': 'Ce que vous pouvez faire',
  'receipt.change': 'La modifier',
  'receipt.change.text': 'Ce que vous envoyez ici attend d’être lu ; ce qui est affiché reste jusque-là.',
  'receipt.change.send': 'Envoyer la nouvelle version',
  'receipt.notify': 'Courrier',
  'receipt.notify.on': 'On vous écrit quand c’est décidé, ou si l’on vous répond.',
  'receipt.notify.pending': 'On vous écrira une fois confirmée l’adresse que vous avez donnée.',
  'receipt.notify.off': 'On ne vous écrit pas à ce sujet.',
  'receipt.notify.start': 'M’écrire',
  'receipt.notify.stop': 'Ne plus m’écrire',
  'receipt.take': 'L’emporter',
  'receipt.take.text': 'Tout ce qui est gardé de cette contribution, en un fichier :',
  'receipt.take.file': 'contribution.json',
  'receipt.withdraw': 'La retirer',
  'receipt.withdraw.text':
    'Elle n’apparaît plus. Ce que vous avez envoyé est gardé ici quelque temps, pour que vous puissiez le lire et l’emporter.',
  'receipt.withdraw.confirm': 'La retirer maintenant',
  'receipt.erase': 'L’effacer',
  'receipt.erase.text':
    'Vos mots, votre nom, votre adresse et toutes les versions sont effacés. On ne peut pas y revenir. Les réponses des autres restent.',
  'receipt.erase.confirm': 'J’ai compris qu’on ne peut pas y revenir',
  'receipt.erase.act': 'L’effacer maintenant',
  'receipt.history': 'Ce qui s’est passé',
  'receipt.history.receive': 'Reçue',
  'receipt.history.edit': 'Modifiée',
  'receipt.history.validate': 'Validée',
  'receipt.history.refuse': 'Refusée',
  'receipt.history.spam': 'Refusée comme publicité',
  'receipt.history.withdraw': 'Retirée',
  'receipt.history.erase': 'Effacée',
  'receipt.proof': 'Preuve',
  'receipt.proof.text':
    'Que quelque chose a été reçu est l’entrée {index} du registre public {origin}. L’entrée contient une empreinte scellée de vos mots, que personne ne peut ouvrir sans cette clé :',
  'receipt.proof.use':
    'Gardez la clé avec vos mots : vous pourrez montrer qu’ils ont été reçus tels quels. Effacer détruit la clé ici.',
  'receipt.done.edited': 'La nouvelle version est reçue.',
  'receipt.done.withdrawn': 'Elle est retirée.',
  'receipt.done.notify': 'C’est noté.',
  // the register
  'register.title': 'Registre des forums',
  'register.lead':
    'Ce qui a été reçu, validé et refusé dans les forums de cette bibliothèque, et en combien de temps. Chaque décision est une entrée du registre public ; aucun nom et aucun mot de personne n’y est.',
  'register.empty': 'Rien n’a encore été reçu.',
  'register.chart': 'Ce qui a été décidé, par mois, en barres ; le tableau au-dessous dit la même chose en chiffres',
  'register.caption': 'Contributions par mois',
  'register.month': 'Mois',
  'register.total': 'En tout',
  'register.received': 'Reçues',
  'register.validated': 'Validées',
  'register.refused': 'Refusées',
  'register.spam': 'Publicité',
  'register.withdrawn': 'Retirées',
  'register.erased': 'Effacées',
  'register.wait': 'Attente médiane',
  'register.wait.none': '–',
  'register.wait.seconds': { one: '{count} seconde', other: '{count} secondes' },
  'register.wait.minutes': { one: '{count} minute', other: '{count} minutes' },
  'register.wait.hours': { one: '{count} heure', other: '{count} heures' },
  'register.wait.days': { one: '{count} jour', other: '{count} jours' },
  'register.grounds': 'Motifs des refus',
  'register.ground': 'Motif',
  'register.count': 'Refusées',
  'register.check': 'Les entrées elles-mêmes, et comment les vérifier',
  'register.link': 'Registre des forums',
  // privacy
  'nav.privacy': 'Vie privée',
  'privacy.title': 'Ce qui est gardé de vous',
  'privacy.lead':
    'Ce que {name} garde des personnes, pourquoi, et combien de temps. La liste est faite des tables mêmes du programme qui sert cette page.',
  'privacy.reading.title': 'Si vous lisez',
  'privacy.reading':
    'Rien. Aucun cookie n’est posé, rien n’est chargé d’ailleurs, personne n’est compté. Les adresses de réseau ne sont pas notées ; pour écarter les inondations, elles restent en mémoire quelques minutes.',
  'privacy.why': 'Pourquoi',
  'privacy.long': 'Combien de temps',
  'privacy.where': 'Où',
  'privacy.group.forum': 'Si vous écrivez dans un forum',
  'privacy.what.words': 'Votre nom et vos mots, tels que vous les avez saisis, dans chacune de leurs versions',
  'privacy.why.words':
    'Pour être lus par un administrateur, et affichés sous le texte une fois validés. Le registre n’en contient qu’une empreinte scellée.',
  'privacy.long.words':
    'Ce qui est affiché : jusqu’à ce que vous ou un administrateur le retire ou l’efface. Ce qui a été refusé : {refused} jours. Ce qui a été retiré : {withdrawn} jours. Ce qui est pris pour de la publicité : {spam} jours. L’effacement est immédiat, dans les fichiers aussi.',
  'privacy.what.mail-address': 'Votre adresse électronique, si vous l’avez donnée',
  'privacy.why.mail-address':
    'Pour vous dire ce qui a été décidé et qui a répondu, si vous l’avez demandé et avez confirmé l’adresse ; là où un forum la demande, pour vous laisser contribuer. Elle n’est montrée à personne, et aucune marque n’en est tirée.',
  'privacy.long.mail-address':
    'Jusqu’à ce que vous la retiriez sur le reçu ou que la contribution soit effacée ; non confirmée, {unconfirmed} jours ; une fois qu’il n’y a plus rien à y écrire, {address} jours. Un courrier est oublié une fois envoyé.',
  'privacy.what.receipt': 'Ce qui ouvre votre reçu, et les liens dans les courriers',
  'privacy.why.receipt':
    'Pour que vous n’ayez pas besoin de compte. Seule une empreinte de chacun est gardée : personne ne peut en tirer l’adresse.',
  'privacy.long.receipt':
    'Aussi longtemps que la contribution ; un lien dans un courrier, jusqu’à ce qu’il serve, quelques jours au plus.',
  'privacy.what.sender': 'Une marque qui dit ce qui est venu d’un même réseau un même jour',
  'privacy.why.sender':
    'Contre les inondations, et pour décider en une fois de ce qui est venu ensemble. Elle est faite de votre adresse de réseau avec une clé du jour ; l’adresse elle-même n’est pas gardée.',
  'privacy.long.sender': '{sender} jours.',
  'privacy.what.assessment': 'Ce que le programme pense des mots : s’ils semblent de la publicité, et pourquoi',
  'privacy.why.assessment':
    'Pour les présenter en ordre à un administrateur. Il ne décide de rien. Ce qu’il apprend des décisions, ce sont des nombres par mot, dont on ne peut tirer aucune contribution.',
  'privacy.long.assessment': 'Aussi longtemps que la contribution.',
  'privacy.what.decision': 'Ce qui a été décidé de votre contribution, quand, et pour quel motif',
  'privacy.why.decision':
    'Pour que chacun puisse vérifier que rien n’apparaît ni ne disparaît en silence. Le registre ne nomme personne ; la raison qui vous est donnée est gardée à côté.',
  'privacy.long.decision': 'Pour toujours, sans rien qui mène à vous ; la raison, aussi longtemps que la contribution.',
  'privacy.group.misprints': 'Si vous signalez une coquille',
  'privacy.what.misprint': 'Les mots que vous signalez, et votre nom si vous voulez être remercié',
  'privacy.why.misprint':
    'Pour être comparés à l’original par un éditeur ; le nom figure dans l’historique du texte si la correction est retenue.',
  'privacy.long.misprint': 'Aussi longtemps que le texte, avec les corrections retenues ou non.',
  'privacy.what.misprint-sender': 'Une marque qui dit ce qui est venu d’un même réseau un même jour',
  'privacy.why.misprint-sender': 'Contre les inondations.',
  'privacy.long.misprint-sender':
    '{sender} jours : la clé dont elle est faite disparaît alors, et elle ne veut plus rien dire.',
  'privacy.group.desk': 'Si vous travaillez ici',
  'privacy.what.account':
    'Votre compte : nom, ce que vous pouvez faire, votre mot de passe haché, une adresse électronique si vous l’avez donnée',
  'privacy.why.account': 'Pour vous laisser entrer, et vous envoyer un résumé de ce qui attend si vous l’avez demandé.',
  'privacy.long.account': 'Aussi longtemps que le compte.',
  'privacy.what.session': 'Que vous êtes connecté, et ce que vous avez fait pour laisser entrer des programmes',
  'privacy.why.session': 'Pour que vous n’ayez pas à donner votre mot de passe à chaque page.',
  'privacy.long.session':
    'Jusqu’à ce que vous vous déconnectiez, ou deux semaines ; un jeton, jusqu’à ce que vous le supprimiez.',
  'privacy.what.attempt': 'Les tentatives de connexion manquées, par le nom et le réseau d’où elles sont venues',
  'privacy.why.attempt': 'Pour ralentir ceux qui devinent des mots de passe.',
  'privacy.long.attempt': 'Quelques heures.',
  'privacy.what.work': 'Quel compte a écrit, publié, décidé ou remarqué quoi',
  'privacy.why.work': 'Pour que ceux qui travaillent ici puissent se demander. Les lecteurs ne le voient jamais.',
  'privacy.long.work': 'Aussi longtemps que ce qui a été écrit, publié ou décidé.',
  'privacy.rights.title': 'Ce que vous pouvez faire',
  'privacy.rights':
    'Le reçu d’une contribution permet de la lire, de l’emporter, de la modifier, de la retirer et de l’effacer, aussitôt et sans rien demander à personne. Qui a perdu son reçu écrit aux administrateurs, qui peuvent effacer aussi.',
  'privacy.elsewhere.title': 'Qui d’autre le voit',
  'privacy.elsewhere':
    'Personne. Aucun tiers n’est interrogé, averti ni chargé : ni statistiques, ni portraits, ni service contre les indésirables. Le courrier passe par le serveur de courrier de ce site.',
  // ce qui vient d’un autre forum
  'forum.import.nameless': 'Sans nom',
};
