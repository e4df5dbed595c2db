import type { cli as english } from '../en/cli.ts';
import type { SameKeys } from '../message.ts';

export const cli: SameKeys<typeof english> = {
  // program
  'cli.help.intro': 'stet — une presse pour les textes qui comptent',
  'cli.help.usage': 'Usage :',
  'cli.help.command': 'COMMANDE',
  'cli.help.options': 'OPTIONS',
  'cli.help.more':
    '`stet COMMANDE --help` en dit plus sur une commande. Réglages et codes de sortie : docs/reference/.',
  'cli.help.hint': '`stet --help` donne la liste des commandes, `stet COMMANDE --help` celle des options.',
  'cli.interrupted': 'Interrompu.',
  'cli.wrong.command': 'Il n’y a pas de commande « {command} ».',
  'cli.wrong.command-nearest': 'Il n’y a pas de commande « {command} ». Vouliez-vous dire « {nearest} » ?',
  'cli.wrong.command-half': '« {command} » demande un second mot : {commands}.',
  'cli.wrong.option': 'Il n’y a pas d’option {option}.',
  'cli.wrong.option-nearest': 'Il n’y a pas d’option {option}. Vouliez-vous dire {nearest} ?',
  'cli.wrong.no-value': '{option} ne prend pas de valeur.',
  'cli.wrong.value-missing':
    '{option} demande une valeur : {option} {value}. Une valeur qui commence par un tiret s’écrit {option}=-valeur.',
  'cli.wrong.choice': '{option} ne peut être « {value} » : choisissez parmi {choices}.',
  'cli.wrong.operand-missing': '{operand} manque.',
  'cli.wrong.operand-extra': '« {operand} » est de trop. Un nom qui contient des espaces se met entre guillemets.',
  // options
  'option.help': 'affiche cette aide',
  'option.lang': 'langue des messages (sinon LC_ALL, LC_MESSAGES, LANG)',
  'option.version': 'affiche la version',
  'option.format': 'comment le fichier est écrit ; auto regarde son contenu',
  'option.json': 'un document JSON par ligne au lieu d’un compte rendu',
  'option.role': 'ce que la personne peut faire',
  'option.password-stdin': 'prend le mot de passe sur la première ligne de l’entrée standard',
  'option.publish': 'publie aussitôt ; sans cela, tout devient brouillon',
  'option.title': 'le titre, pour un seul fichier',
  'option.author': 'un auteur ; peut être répété',
  'option.language': 'langue des textes (en, fr, …)',
  'option.collection': 'une collection dont ils font partie ; peut être répété',
  'option.keyword': 'un mot-clé ; peut être répété',
  'option.report': 'écrit ici ce qu’il est advenu de chaque fichier, un objet JSON par ligne',
  // exit codes
  'exit.done': 'tout est fait',
  'exit.usage': 'la commande n’est pas comprise : option inconnue, valeur manquante',
  'exit.data': 'un fichier, ou plusieurs, ne peut être pris tel quel ; le message ou le rapport dit lequel',
  'exit.no-input': 'un fichier n’existe pas ou ne peut être lu',
  'exit.unavailable': 'ce qu’il faut n’est pas disponible : port occupé, base verrouillée',
  'exit.bug': 'une faute du programme',
  'exit.cannot-create': 'un fichier ou un dossier ne peut être créé',
  'exit.input-output': 'la lecture ou l’écriture a échoué : disque plein ou défectueux',
  'exit.no-permission': 'le système ne le permet pas',
  'exit.configuration': 'un réglage a une valeur non permise',
  'exit.interrupted': 'interrompu sur-le-champ (second Ctrl-C)',
  // failures
  'cli.failure.bug': 'C’est une faute du programme, et non la vôtre. Ce qui suit aidera à la réparer :',
  'cli.failure.no-permission': '{path} : le système ne le permet pas. Vérifiez à qui il est et ses droits (ls -l).',
  'cli.failure.port-not-permitted':
    'Le port {port} n’est pas permis à ce compte : les ports sous 1024 sont au système. Prenez-en un autre (--port 8080) et placez un serveur web devant.',
  'cli.failure.read-only': '{path} : ce disque est en lecture seule. Choisissez un autre dossier avec --data.',
  'cli.failure.not-found': '{path} : ce fichier n’existe pas.',
  'cli.failure.not-a-folder': '{path} : il faut ici un dossier, et c’est un fichier.',
  'cli.failure.is-a-folder': '{path} : c’est un dossier. `stet import` prend des dossiers, `stet read` des fichiers.',
  'cli.failure.not-a-file':
    '{path} : ce n’est pas un fichier lisible (périphérique ou tube). Pour l’entrée standard, écrivez -.',
  'cli.failure.disk-full':
    'Le disque est plein : rien d’inachevé n’a été gardé. Faites de la place et relancez la même commande.',
  'cli.failure.input-output': '{path} : le disque n’a pu être lu ou écrit.',
  'cli.failure.too-many-files':
    'Trop de fichiers sont ouverts à la fois : relevez la limite (ulimit -n) ou fermez d’autres programmes.',
  'cli.failure.port-in-use':
    'Le port {port} est déjà pris sur {address} : un autre programme, ou un autre Stet, y répond. Choisissez-en un autre avec --port.',
  'cli.failure.address-unknown':
    '{address} n’est pas une adresse de cette machine. Donnez à --host 127.0.0.1 (cette machine seule) ou 0.0.0.0 (toutes ses adresses).',
  'cli.failure.too-large':
    '{path} : {size} Mo, pour une limite de {limit} Mo. Divisez-le en textes, ou relevez la limite avec --upload-limit.',
  'cli.failure.too-long': '{path} : la lecture était trop longue et a été arrêtée. Divisez-le en textes.',
  'cli.failure.too-big': '{path} : la lecture demandait trop de mémoire et a été arrêtée. Divisez-le en textes.',
  // the database, said to whoever runs the press
  'store.no-rights':
    '{path} : ce compte ne peut y écrire. Donnez-lui le dossier (chown), ou choisissez-en un autre avec --data.',
  'store.newer-database':
    '{path} : créée par un Stet plus récent. Mettez le programme à jour ; la bibliothèque n’a pas été touchée.',
  'store.foreign-database':
    '{path} : ce n’est pas une bibliothèque de Stet. Choisissez un autre dossier avec --data ; le fichier n’a pas été touché.',
  'store.damaged': '{path} : la base est endommagée. Remettez la dernière copie du dossier de données.',
  'store.full': '{path} : le disque est plein : rien d’inachevé n’a été gardé. Faites de la place et recommencez.',
  'store.busy': 'Un autre programme retient la base depuis trop longtemps. Recommencez quand il aura fini.',
  // read
  'cli.read.summary':
    'Lit des fichiers et montre ce qui est reconnu, avec quelle certitude, et ce qui reste à décider. Ne garde rien.',
  'cli.read.note-input': 'FILE peut être - pour l’entrée standard.',
  'cli.read.note-json': 'Le document JSON est décrit par docs/reference/reading.schema.json.',
  'cli.read.head': '{path} — {format}, {encoding}, {language}',
  'cli.read.metadata': 'Notice',
  'cli.read.missing': 'non trouvé',
  'cli.read.guesses': 'Conjectures (quoi, certitude, ligne, valeur)',
  'cli.read.or': 'ou',
  'cli.read.counts': 'Comptes',
  'cli.read.count-sections': { one: '{count} section', other: '{count} sections' },
  'cli.read.count-paragraphs': { one: '{count} paragraphe', other: '{count} paragraphes' },
  'cli.read.count-quotations': { one: '{count} citation', other: '{count} citations' },
  'cli.read.count-notes': { one: '{count} note', other: '{count} notes' },
  'cli.read.count-words': { one: '{count} mot', other: '{count} mots' },
  'cli.read.count-noteWords': { one: '{count} mot dans les notes', other: '{count} mots dans les notes' },
  'cli.read.sections': 'Sections (ligne, intertitre)',
  'cli.read.no-heading': 'sans intertitre',
  'cli.read.furniture': 'Habillage de la page, laissé de côté (lignes, pourquoi)',
  'cli.read.problems': 'Problèmes (ligne)',
  // import
  'cli.import.summary': 'Lit des fichiers, ou tous ceux d’un dossier, et les garde en brouillons, ou les publie.',
  'cli.import.note-resume':
    'Ce qui a déjà été importé est reconnu à son contenu et passé : après une interruption, la même commande reprend où elle s’était arrêtée.',
  'cli.import.note-title':
    'Un titre n’est jamais inventé. Un fichier qui n’en a pas n’est pas publié ; donnez-le avec --title (un seul fichier) ou dans son en-tête (title: …), ou importez sans --publish et donnez-le au bureau.',
  'cli.import.note-folder': 'D’un dossier sont pris les fichiers .txt, .text, .md et .markdown, sous-dossiers compris.',
  'cli.import.nothing': 'Aucun fichier de texte trouvé (.txt, .text, .md, .markdown).',
  'cli.import.title-one': '--title vaut pour un seul fichier, et il y en a {count}.',
  'cli.import.progress': '{done} fichiers sur {total}',
  'cli.import.interrupted': 'Interrompu : ce qui est fait est gardé. La même commande reprendra ici.',
  'cli.import.outcome-published': { one: '{count} texte publié', other: '{count} textes publiés' },
  'cli.import.outcome-draft': { one: '{count} brouillon gardé', other: '{count} brouillons gardés' },
  'cli.import.outcome-skipped': { one: '{count} déjà connu, passé', other: '{count} déjà connus, passés' },
  'cli.import.outcome-refused': { one: '{count} n’a pu être pris', other: '{count} n’ont pu être pris' },
  'cli.import.refused': '{path} : {why}',
  'cli.import.title-missing':
    'aucun titre trouvé, et il n’en sera pas inventé : donnez-le avec --title "…" ou dans son en-tête (title: …), ou importez sans --publish.',
  'cli.import.more': {
    one: 'et {count} autre ; --report FILE les donne tous',
    other: 'et {count} autres ; --report FILE les donne tous',
  },
  // serve
  'cli.serve.summary': 'Sert la bibliothèque : les pages publiques et le bureau.',
  'cli.serve.note-settings':
    'Chaque option est un réglage ; il peut aussi se trouver dans l’environnement (STET_PORT=8080) ou dans le fichier settings.env du dossier de données.',
  'cli.serve.note-stop':
    'Ctrl-C ou SIGTERM arrête après avoir fini ce qui est en cours ; un second arrête sur-le-champ.',
  'cli.serve.address': '{siteName} est à l’adresse {address}',
  'cli.serve.data': 'Bibliothèque gardée dans {dataFolder}',
  'cli.serve.claim': 'Créez ici le compte d’administration (ce lien sert une fois) : {link}',
  'cli.serve.samples': {
    one: 'Bibliothèque neuve : {count} texte d’exemple publié.',
    other: 'Bibliothèque neuve : {count} textes d’exemple publiés.',
  },
  'cli.serve.stopping': 'Arrêt …',
  // user
  'cli.user-add.summary': 'Crée le compte d’une personne.',
  'cli.user-add.note-password':
    'Le mot de passe est demandé deux fois et n’est pas affiché ; avec --password-stdin il est lu sur l’entrée standard.',
  'cli.user-add.role-missing': 'Dites ce que {name} peut faire : --role {roles}.',
  'cli.user-add.no-terminal': 'Il n’y a personne à qui demander un mot de passe : donnez-le avec --password-stdin.',
  'cli.user-add.password': 'Mot de passe : ',
  'cli.user-add.password-again': 'Encore une fois : ',
  'cli.user-add.password-differs': 'Les deux ne sont pas les mêmes. Rien n’a été fait.',
  'cli.user-add.done': '{name} peut maintenant se connecter ({role}).',
  'cli.user-list.summary': 'Donne la liste des comptes.',
  'cli.user-list.none': 'Il n’y a pas encore de compte : `stet user add NOM --role administrator` en crée un.',
  'cli.user-list.disabled': 'désactivé',
  'cli.user-list.administrator': 'administration',
  'cli.user-list.editor': 'édition',
  // settings
  'cli.settings.stopped': {
    one: 'Rien n’a été lancé : corrigez d’abord ce réglage (docs/reference/settings.md).',
    other: 'Rien n’a été lancé : corrigez d’abord ces {count} réglages (docs/reference/settings.md).',
  },
  'cli.settings.not-allowed': '{as} ({place}) ne peut être « {written} » : {allowed}.',
  'cli.settings.unknown': '{as} ({place}) n’est pas un réglage.',
  'cli.settings.place.flag': 'sur la ligne de commande',
  'cli.settings.place.environment': 'dans l’environnement',
  'setting.data': 'dossier de la bibliothèque : base, pages, settings.env',
  'setting.port': 'port où servir ; 0 en prend un libre',
  'setting.host': 'adresse où servir ; 0.0.0.0 les prend toutes',
  'setting.public-url': 'adresse vue des lecteurs, dans les liens, flux et citations ; à défaut l’adresse locale',
  'setting.site-name': 'nom de la bibliothèque, sur chaque page',
  'setting.site-language': 'langue des mots propres au site',
  'setting.upload-limit': 'plus grand fichier lu, en Mo',
  'setting.log-level': 'ce qui est journalisé, en lignes JSON sur la sortie d’erreur',
  'setting.trusted-proxies': 'mandataires dont X-Forwarded-For est cru',
  'setting.samples': 'si une bibliothèque neuve commence avec les textes d’exemple',
  'setting.forum-grace':
    'secondes pendant lesquelles une décision sur une contribution peut être annulée avant de prendre effet',
  'setting.forum-sender-limit':
    'contributions par heure acceptées d’une même adresse (en IPv6, d’un même /64) ; un tiers des navigateurs sans script',
  'setting.forum-text-limit': 'contributions par minute acceptées sous un même texte',
  'setting.forum-site-limit': 'contributions par minute acceptées sur tout le site',
  'setting.allowed.forum-limit': 'un nombre entier de 1 à 1000000',
  'setting.guard-file':
    'où garder une copie du dernier point de contrôle signé, qui dit au prochain démarrage si une ancienne sauvegarde a été remise en place ; de préférence sur un autre disque',
  'setting.allowed.file': 'le chemin d’un fichier',
  'setting.smtp-url':
    'Où les courriels sont remis (SMTP), nom et mot de passe compris. À écrire plutôt dans le fichier des réglages, que vous seul pouvez lire. Sans lui, aucun courriel n’est envoyé et le forum ne demande pas d’adresse.',
  'setting.mail-from': 'L’adresse d’où partent les courriels. À défaut : stet@ et l’hôte de l’adresse publique.',
  'setting.allowed.smtp': 'smtp://hôte:port ou smtps://hôte:port, avec nom:mot-de-passe@ devant l’hôte',
  'setting.allowed.mailbox': 'une adresse électronique',
  'setting.allowed.folder': 'le chemin d’un dossier',
  'setting.allowed.port': 'un nombre entier de 0 à 65535',
  'setting.allowed.host': 'une adresse ou un nom de cette machine, comme 127.0.0.1 ou ::',
  'setting.allowed.url': 'http:// ou https:// et un hôte, sans chemin, comme https://textes.example',
  'setting.allowed.line': 'un nom, non vide',
  'setting.allowed.language': 'en ou fr',
  'setting.allowed.mebibytes': 'un nombre entier de Mo, de 1 à 512',
  'setting.allowed.log-level': 'fatal, error, warn, info, debug, trace ou silent',
  'setting.allowed.addresses': 'des adresses ou des plages (10.0.0.0/8) séparées par des virgules',
  'setting.allowed.yes-no': 'yes ou no',
  'setting.allowed.grace': 'un nombre entier de 0 à 60',
  // relecture
  'cli.proof.summary': 'questionne dans un texte ce qu’un correcteur questionnerait ; ne change rien',
  'option.proof-lang': 'langue des textes, devinée si elle n’est pas donnée ; et celle des messages',
  'option.rule': 'cette règle seulement ; peut être répété',
  'option.ignore': 'un fichier de réponses et de mots connus',
  'option.proof-data': 'une bibliothèque dont les mots comptent pour connus',
  'cli.proof.no-library': 'Il n’y a pas de bibliothèque de cette version dans {path}',
  'cli.proof.note-json':
    'Avec --json, un objet par fichier : {file, language, findings: [{rule, start, end, words, message, suggestion, confidence, evidence}]}. Les positions comptent les points de code du fichier tel qu’il est donné.',
  'cli.proof.note-ignore':
    'Le fichier de --ignore tient une réponse par ligne : « règle: mots » laisse ces mots, « règle: » éteint la règle, « *: mots » vaut pour toutes, une ligne sans règle est un mot ou un nom à connaître, « # » commence une remarque.',
  'cli.proof.note-exit': 'Finit par 0 si rien n’a été trouvé, par 1 sinon.',
  'cli.proof.stet-unused': 'La ligne {line} du fichier de réponses ne rencontre rien : {stet}',
  'exit.findings': 'la relecture a trouvé de quoi questionner',
  // verifying, keeping
  'option.checkpoint':
    'un point de contrôle, ou un fichier de preuve, gardé d’autrefois : le registre doit commencer par lui',
  'option.key': 'la clé de vérification à croire, au lieu de celle que le site montre',
  'cli.verify.summary': 'Contrôle un registre et tout ce dont il parle : un dossier de données, un miroir ou un site.',
  'cli.verify.note-place':
    'Sans FOLDER ni URL, le dossier de données est contrôlé. Un dossier qui a une base l’est à l’octet près ; un miroir ou un site, par ce qu’il sert.',
  'cli.verify.note-independent':
    'Qui ne croirait pas ce programme sur parole : bin/stet-verify.mjs contrôle un site ou un miroir, et c’est un seul fichier qui ne demande que Node.',
  'cli.verify.nothing': '{path} : ni une base de Stet, ni un miroir (pas de stet.sqlite, pas de log/checkpoint).',
  'cli.verify.progress': '{done} sur {total} contrôlés',
  'cli.verify.read': '{origin} : {leaves} feuilles, {revisions} révisions et leurs {files} fichiers examinés.',
  'cli.verify.unsigned': {
    one: '{count} feuille n’est pas encore sous un point de contrôle signé.',
    other: '{count} feuilles ne sont pas encore sous un point de contrôle signé.',
  },
  'cli.verify.withheld': {
    one: '{count} révision d’un texte retiré n’est pas servie ; sa feuille est là.',
    other: '{count} révisions de textes retirés ne sont pas servies ; leurs feuilles sont là.',
  },
  'cli.verify.wrong': { one: '{count} défaut.', other: '{count} défauts.' },
  'cli.verify.sound': 'Intact.',
  'cli.verify.fault.database': 'la base est endommagée ({detail})',
  'cli.verify.fault.damaged': 'illisible dans la base ({detail})',
  'cli.verify.fault.key-missing': 'pas de clé de vérification, ou qui n’en est pas une',
  'cli.verify.fault.checkpoint-missing': 'pas de point de contrôle, ou qui n’en est pas un',
  'cli.verify.fault.checkpoint-unsigned': 'signé par aucune clé de ce registre',
  'cli.verify.fault.checkpoint-root': 'la taille ou la racine conservée n’est pas celle qui fut signée',
  'cli.verify.fault.checkpoint-link': 'n’est pas lié au point de contrôle précédent comme lors de sa signature',
  'cli.verify.fault.checkpoint-gone': 'ce point de contrôle a été signé et n’est plus ici',
  'cli.verify.fault.counts': 'compté autrement que ne disent les feuilles ({detail})',
  'cli.verify.fault.log-cut': 'le registre a moins de feuilles qu’il n’en fut signé ({detail})',
  'cli.verify.fault.past-changed': 'les {detail} premières feuilles ne sont pas celles qui furent signées',
  'cli.verify.fault.other-log': 'd’un autre registre ({detail})',
  'cli.verify.fault.leaf-missing': 'la feuille manque',
  'cli.verify.fault.leaf-hash': 'la feuille n’est pas celle dont l’empreinte fut prise',
  'cli.verify.fault.leaf-form': 'pas une feuille que ce programme connaisse',
  'cli.verify.fault.leaf-columns': 'la base dit de la feuille autre chose que ses octets',
  'cli.verify.fault.leaf-order': 'la feuille {detail} ne peut pas suivre les précédentes',
  'cli.verify.fault.node': 'l’empreinte manque, ou n’est pas celle des feuilles qu’elle couvre',
  'cli.verify.fault.nodes-count': 'pas autant d’empreintes que les feuilles en ont ({detail})',
  'cli.verify.fault.tile': 'manque, ou n’est pas ce que les feuilles en font',
  'cli.verify.fault.missing': 'publié selon le registre, et absent',
  'cli.verify.fault.manifest': 'pas le manifeste enregistré',
  'cli.verify.fault.file': 'pas les octets publiés',
  'cli.verify.fault.unrecorded': 'publié sans feuille au registre',
  'cli.verify.fault.state': 'montré autrement que ne le dit le registre (révision courante, date ou retrait) {detail}',
  'cli.verify.unreachable': '{address} : pas de réponse de là-bas.',
  'cli.backup.summary': 'Copie tout ce qui ne peut être refait, même pendant le service, et contrôle la copie.',
  'cli.backup.note-keys': 'La copie contient la clé qui signe le registre : gardez-la où nul autre ne lit.',
  'cli.backup.note-serving':
    'Lecteurs et rédacteurs continuent pendant ce temps ; la copie est l’état d’un instant. Elle ne prend son nom qu’une fois contrôlée.',
  'cli.backup.nothing': '{path} : il n’y a pas de base à copier.',
  'cli.backup.not-empty': '{path} : il y a déjà quelque chose ; une sauvegarde veut un dossier neuf.',
  'cli.backup.done': 'Copié et contrôlé : {path}',
  'cli.backup.unsound': 'La copie n’est pas intacte et ne prend pas son nom : {path}',
  'cli.restore.summary': 'Fait un dossier de données d’une sauvegarde, contrôlée avant et après.',
  'cli.restore.note-fork':
    'À une sauvegarde ancienne manque ce qui fut signé depuis. Là où une copie du dernier point de contrôle est gardée ailleurs (--guard-file), le serveur s’en aperçoit et ne change rien.',
  'cli.restore.nothing': '{path} : pas une sauvegarde (pas de SHA256SUMS).',
  'cli.restore.not-empty':
    '{path} : il y a déjà quelque chose ; une sauvegarde se restaure dans un dossier neuf (--data).',
  'cli.restore.done': 'Restauré et contrôlé : {path}',
  'cli.mirror.summary':
    'Copie dans un dossier le registre d’un site et toutes les révisions publiées, et les contrôle.',
  'cli.mirror.note-again':
    'Lancé de nouveau, il ne prend que ce qui est neuf, et refuse un registre qui contredit celui qu’il a.',
  'cli.mirror.note-files':
    'De simples fichiers sous les adresses mêmes du site : tout serveur web peut les servir, et sha256sum -c SHA256SUMS les contrôle.',
  'cli.mirror.address': '{address} : une adresse commence par http:// ou https://.',
  'cli.mirror.done': 'Copié et contrôlé : {path}',
  'cli.key-rotate.summary': 'Donne au registre une nouvelle clé ; la précédente signe encore quelque temps à côté.',
  'cli.key-rotate.note-overlap':
    'Le registre dit lui-même quelles clés sont les siennes : les têtes et les preuves signées auparavant restent valables. Un serveur en marche signe aussitôt avec la nouvelle clé.',
  'cli.key-rotate.note-stolen':
    'Cela ne défait pas un vol : qui a l’ancienne clé peut signer avec elle tant que quelqu’un y croit. Faites connaître la nouvelle partout où figure l’ancienne.',
  'cli.key-rotate.nothing': '{path} : il n’y a pas encore de registre ; il reçoit sa clé à la première publication.',
  'cli.key-rotate.done':
    'Le registre a une nouvelle clé. La précédente signe aussi jusqu’au {date} ; sauvegardez {path}, qui contient les deux.',
  // the record
  'cli.record-continue.summary': 'Reprend un registre que le programme ne continue pas de lui-même.',
  'cli.record-continue.note-from':
    'Avec --from, ce qui manque est pris où il se trouve : une sauvegarde ou un dossier de données plus récents sont repris entiers, et ce qui était ici est gardé à côté ; d’un miroir ou d’un site viennent les entrées manquantes et les textes dont elles parlent. Tout est vérifié d’abord ; rien de ce qui contredit ce registre n’est pris.',
  'cli.record-continue.note-anew':
    'Avec --anew, un nouveau registre commence, sous une autre origine. Sa première entrée cite la dernière tête signée, de sorte que chacun voie ce qui est perdu. À ne faire que si ce qui manque n’est plus nulle part.',
  'cli.record-continue.choose': 'Comment ? Donnez --from LIEU ou --anew, l’un des deux.',
  'cli.record-continue.nothing': '{path} : le registre peut être continué ; il n’y a rien à faire.',
  'cli.record-continue.kept': 'La dernière tête gardée a {kept} entrées, cette base {count}.',
  'cli.record-continue.refused':
    'Rien n’a été pris de {place} : ce registre n’y est pas continué jusqu’à la tête gardée.',
  'cli.record-continue.still': 'Repris, et le registre ne peut toujours pas être continué :',
  'cli.record-continue.copy': 'Ce qui était ici auparavant est gardé dans {path}.',
  'cli.record-continue.done': {
    one: 'Le registre continue : une entrée.',
    other: 'Le registre continue : {count} entrées.',
  },
  'cli.record-continue.anew':
    'Un nouveau registre commence, {origin}. Il cite la tête de {size} entrées de {before}. Faites connaître la nouvelle clé :',
  'option.from':
    'où sont les entrées manquantes : une sauvegarde ou un dossier de données plus récents, un miroir, ou l’adresse d’un site',
  'option.anew': 'commencer un nouveau registre qui cite l’ancien',
  'cli.verify.contributions': {
    one: 'Une révision de contribution a été comparée à son engagement.',
    other: '{count} révisions de contributions ont été comparées à leurs engagements.',
  },
  'cli.verify.fault.contribution': 'la révision {detail} de cette contribution n’est pas ce qui fut reçu',
  'cli.verify.fault.contribution-state': 'son état n’est pas celui que disent ses décisions ({detail})',
  'cli.verify.fault.contribution-shown': 'montrée autrement qu’elle ne fut validée, ou pas montrée',
  'cli.verify.fault.contribution-gone': 'une contribution fut reçue, et ce qu’elle était n’est ni ici ni effacé',
  'cli.verify.fault.contribution-remains': 'effacée, et il en reste quelque chose',
  'cli.verify.fault.decision': 'l’entrée {detail} du registre des décisions n’est pas ce que dit sa feuille',
  'cli.verify.fault.decision-gone':
    'une décision fut enregistrée, et son entrée au registre des décisions n’est pas ici',
  'cli.verify.continued': {
    one: 'Le registre continue {origin}, dont une entrée signée n’est pas ici.',
    other: 'Le registre continue {origin}, dont {count} entrées signées ne sont pas ici.',
  },
  'cli.failure.frozen':
    'Rien ne peut être modifié : le registre de ce dossier de données ne peut être continué. `stet verify` dit ce qui ne va pas, `stet record continue` comment reprendre.',
  'cli.serve.forked':
    'LECTURE SEULE : la base ne contient pas ce qui fut signé. Une ancienne sauvegarde semble avoir été remise en place ; remettez la plus récente, ou voyez `stet record continue --help`.',
  'cli.serve.keyless':
    'LECTURE SEULE : la clé qui signe le registre, keys/log.key du dossier de données, manque. Remettez-la, ou voyez `stet record continue --help`.',
  'cli.serve.broken':
    'LECTURE SEULE : le registre enregistré contredit sa propre signature. Remettez une sauvegarde saine et examinez le disque.',
  // le forum
  'option.forum-format': 'de quel site vient l’export ; auto regarde le fichier',
  'option.forum-map':
    'un fichier CSV à deux colonnes : le nom que l’autre site donne à une page, et l’adresse courte de notre texte',
  'option.state-of':
    'met dans le second état ici ce qui a le premier là-bas, par exemple validated=waiting ; peut être répété',
  'option.dry-run': 'dit ce qui serait fait, sans rien enregistrer',
  'option.forum-text': 'le forum de ce texte seulement',
  'option.with-addresses': 'les adresses électroniques aussi : elles ont été confiées',
  'cli.forum-import.summary': 'reprend le forum d’un autre site',
  'cli.forum-export.summary': 'écrit le forum en JSON Lines',
  'cli.forum.note-formats':
    'spip : une sauvegarde, SQL, SQLite ou XML, avec spip_forum (et spip_articles, spip_urls, qui font retrouver les textes). wxr : un export de WordPress. disqus : un export XML. isso : sa base, ou son export SQL. jsonl : ce qu’écrit `stet forum export`. Un fichier compressé par gzip se lit tel quel, une base décompressée.',
  'cli.forum.note-map':
    'Une page est retrouvée par son adresse courte, la fin de son adresse ou son titre. Les pages pour lesquelles aucun texte n’est trouvé sont données à la fin, prêtes pour le fichier de --map ; rien n’est enregistré pour elles.',
  'cli.forum.note-states':
    'Ce qui attendait là-bas attend ici ; ce qui était validé là-bas est montré ici, sur votre parole : le journal des décisions dit « imported ».',
  'cli.forum.note-resume':
    'Interrompu, l’import peut être relancé : ce qui est déjà là est sauté. Un second import, d’un export plus récent, ne prend que le nouveau.',
  'cli.forum.note-export':
    'Une contribution par ligne, avec ses révisions, son état et ses décisions ; docs/reference/forum.schema.json la décrit. Sans FILE, sur la sortie standard.',
  'cli.forum.note-private':
    'Ce qui attend et ce qui a été refusé s’y trouve : gardez-le comme la base. Les reçus, marques et clés n’y sont jamais, ni qui a décidé.',
  'cli.forum.unknown': '{path} n’est l’export d’aucun forum connu. S’il en est un, dites lequel avec --format.',
  'cli.forum.packed-database':
    '{path} est une base compressée, illisible telle quelle : décompressez-la d’abord (gunzip).',
  'cli.forum.database': '{path} ne se lit pas comme une base : {why}',
  'cli.forum.map-line': '{path}, ligne {line} : il faut deux colonnes, la seconde étant l’adresse courte d’un texte.',
  'cli.forum.bad-state':
    '« {given} » n’est pas STATE=STATE, ou montrerait ce qui n’a pas été validé. États : {states} ; rien de ce qui attendait ne peut être rendu validé.',
  'cli.forum.bad-slug': '« {slug} » n’est pas une adresse courte.',
  'cli.forum.no-text': 'Il n’y a pas de texte « {slug} ».',
  'cli.forum.exists': '{path} existe déjà. Il n’est pas remplacé.',
  'cli.forum.none':
    '{path} a été lu comme {format}, sans qu’une contribution y soit trouvée. Si c’est un autre format, dites lequel avec --format.',
  'cli.forum.looking': '{path} est parcouru.',
  'cli.forum.progress': '{done} contributions reprises sur {total}',
  'cli.forum.export-progress': '{done} contributions écrites sur {total}',
  'cli.forum.exported': {
    one: '{count} contribution écrite dans {path}.',
    other: '{count} contributions écrites dans {path}.',
  },
  'cli.forum.dry-run': 'Rien n’a été enregistré. Ce serait :',
  'cli.forum.tally-waiting': { one: '{count} en attente', other: '{count} en attente' },
  'cli.forum.tally-validated': { one: '{count} validée', other: '{count} validées' },
  'cli.forum.tally-refused': { one: '{count} refusée', other: '{count} refusées' },
  'cli.forum.tally-spam': { one: '{count} indésirable', other: '{count} indésirables' },
  'cli.forum.tally-withdrawn': { one: '{count} retirée', other: '{count} retirées' },
  'cli.forum.tally-known': { one: '{count} sautée : déjà là', other: '{count} sautées : déjà là' },
  'cli.forum.tally-empty': {
    one: '{count} sautée : il n’en reste aucun mot',
    other: '{count} sautées : il n’en reste aucun mot',
  },
  'cli.forum.tally-orphans': {
    one: '{count} ne répond à rien qui soit dans le fichier : elle répond au texte',
    other: '{count} ne répondent à rien qui soit dans le fichier : elles répondent au texte',
  },
  'cli.forum.tally-unplaced': {
    one: '{count} laissée : aucun texte trouvé pour sa page',
    other: '{count} laissées : aucun texte trouvé pour leurs pages',
  },
  'cli.forum.lines': 'lignes {lines}',
  'cli.forum.problem': '{count} × {what}',
  'cli.forum.unplaced': {
    one: 'Aucun texte trouvé pour cette page. En ligne du fichier de --map, l’adresse courte à la place du point d’interrogation :',
    other:
      'Aucun texte trouvé pour {count} pages. En lignes du fichier de --map, l’adresse courte à la place du point d’interrogation :',
  },
  'cli.forum.contributions': { one: '{count} contribution', other: '{count} contributions' },
};
