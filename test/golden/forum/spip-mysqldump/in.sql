-- MySQL dump 10.13  Distrib 5.0.45: no columns named in the INSERTs, bytes of Latin-1 among UTF-8, an end torn off
CREATE TABLE `vieux_forum` (
  `id_forum` bigint(21) NOT NULL auto_increment,
  `id_parent` bigint(21) NOT NULL default '0',
  `id_rubrique` bigint(21) NOT NULL default '0',
  `id_article` bigint(21) NOT NULL default '0',
  `id_breve` bigint(21) NOT NULL default '0',
  `date_heure` datetime NOT NULL default '0000-00-00 00:00:00',
  `titre` text NOT NULL,
  `texte` mediumtext NOT NULL,
  `auteur` text NOT NULL,
  `email_auteur` text NOT NULL,
  `statut` varchar(8) NOT NULL default '0',
  `maj` timestamp NOT NULL default CURRENT_TIMESTAMP on update CURRENT_TIMESTAMP,
  PRIMARY KEY  (`id_forum`),
  KEY `id_parent` (`id_parent`)
) ENGINE=MyISAM;
LOCK TABLES `vieux_forum` WRITE;
INSERT INTO `vieux_forum` VALUES (21,0,0,7,0,'2003-11-02 09:15:00','L\'été','Un \\été\\ comme <b>un autre</b>','Ren�','',_binary 'publie',NOW()),(22,21,0,7,0,'2003-11-02 10:00:00',0x4f7569,NULL,'X','','publie','2003-11-02 10:00:00'),(23,0,0,0,5,'2003-11-03 10:00:00','Brève','Sur la brève','Y','','prop',NULL);
INSERT INTO `vieux_forum` VALUES (24,0,0,7);
INSERT INTO `vieux_forum` VALUES (25,0,0,7,0,'2003-11-05 10:00:00','Dernière','Après la ligne fautive','Z','','publie',NULL);
INSERT INTO `vieux_forum` VALUES (26,0,0,7,0,'2003-11-06 10:00:00','Torn','The dump ends in the middle of