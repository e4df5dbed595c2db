-- phpMyAdmin SQL Dump
-- version 4.9.5deb2
-- Base de données: `archives`; rien à voir ici

SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
/*!40101 SET NAMES utf8mb4 */;

CREATE TABLE `spip_articles` (
  `id_article` bigint(21) NOT NULL,
  `titre` text NOT NULL DEFAULT '',
  `texte` longtext NOT NULL DEFAULT '',
  `statut` varchar(10) NOT NULL DEFAULT '0'
) ENGINE=MyISAM DEFAULT CHARSET=utf8;

INSERT INTO `spip_articles` (`id_article`, `titre`, `texte`, `statut`) VALUES
(12, '04. Du sel &amp; de la mer', 'INSERT INTO `spip_forum` VALUES (1); -- c\'est du texte\n', 'publie'),
(13, 'Lettre à un ami', 'L''eau (douce); et le reste', 'publie');

CREATE TABLE `spip_forum` (
  `id_forum` bigint(21) NOT NULL,
  `id_objet` bigint(21) NOT NULL DEFAULT 0,
  `objet` varchar(25) NOT NULL DEFAULT '',
  `id_parent` bigint(21) NOT NULL DEFAULT 0,
  `id_thread` bigint(21) NOT NULL DEFAULT 0,
  `date_heure` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `titre` text NOT NULL DEFAULT '',
  `texte` mediumtext NOT NULL DEFAULT '',
  `auteur` text NOT NULL DEFAULT '',
  `email_auteur` text NOT NULL DEFAULT '',
  `nom_site` text NOT NULL DEFAULT '',
  `url_site` text NOT NULL DEFAULT '',
  `statut` varchar(8) NOT NULL DEFAULT '0',
  `ip` varchar(40) NOT NULL DEFAULT '',
  `id_auteur` bigint(20) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id_forum`)
) ENGINE=MyISAM;

INSERT INTO `spip_forum` (`id_forum`, `id_objet`, `objet`, `id_parent`, `id_thread`, `date_heure`, `titre`, `texte`, `auteur`, `email_auteur`, `nom_site`, `url_site`, `statut`, `ip`, `id_auteur`) VALUES
(1, 12, 'article', 0, 1, '2009-05-24 18:03:11', 'Du sel', 'Je crois que {{tout}} est {là}.\r\n\r\nVoir [ce texte->https://example.org/sel] et [cet autre->art13].\r\n\r\n-* un point\r\n-* un autre\r\n\r\n<quote>Le sel de la terre</quote>\r\n\r\nBien à vous 🧂', 'Anne L&#8217;Hôte', 'anne@example.org', 'Mon site', 'https://example.org', 'publie', '192.0.2.7', 0),
(2, 12, 'article', 1, 1, '2009-05-25 07:00:00', '> Du sel', 'D''accord (tout à fait), c\'est \"dit\"; merci.\nÀ bientôt', 'Marc', '', '', '', 'prop', '192.0.2.8', 0),
(3, 12, 'article', 0, 3, '2009-05-26 07:00:00', 'Buy now', 'http://pills.example [url=http://pills.example]pills[/url] <script>alert(1)</script>', 'pills', 'a@pills.example', '', '', 'spam', '198.51.100.9', 0),
(4, 12, 'article', 2, 1, '0000-00-00 00:00:00', '', 'Refusée, et sans date.', '', 'pas une adresse', '', '', 'off', '', 0),
(5, 13, 'article', 99, 99, '2010-02-30 10:00:00', 'RÃ©ponse', 'Elle a Ã©tÃ© lue Ã  voix haute.', 'ZoÃ«', '', '', '', 'publie', '', 0),
(6, 12, 'article', 0, 6, '2010-03-01 10:00:00', 'Entre nous', 'Ne publions pas cela.', 'Rédaction', '', '', '', 'prive', '', 3),
(7, 4, 'rubrique', 0, 7, '2010-03-02 10:00:00', 'Rubrique', 'Sur la rubrique.', 'Jean', '', '', '', 'publie', '', 0),
(8, 13, 'article', 9, 9, '2010-03-03 10:00:00', 'Cercle', 'Je réponds à qui me répond.', 'Un', '', '', '', 'publie', '', 0),
(9, 13, 'article', 8, 9, '2010-03-03 10:01:00', 'Cercle', 'Moi aussi.', 'Deux', '', '', '', 'publie', '', 0),
(10, 13, 'article', 0, 10, '2011-01-01 00:00:00', 'État', 'Un état que personne ne connaît.', 'Trois', '', '', '', 'poubelle', '', 0);

INSERT INTO `spip_urls` (`url`, `type`, `id_objet`, `date`) VALUES
('du-sel-et-de-la-mer', 'article', 12, '2009-01-01 00:00:00');
