PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE spip_forum (id_forum INTEGER NOT NULL, id_objet bigint DEFAULT 0, objet VARCHAR(25) DEFAULT '', id_parent bigint, date_heure datetime, titre text, texte text, auteur text, email_auteur text, statut varchar(8), PRIMARY KEY (id_forum));
INSERT INTO spip_forum VALUES(1,5,'article',0,'2019-07-01 08:00:00','C:\temp\','A path\ with backslashes, it''s kept','Léa','','publie');
INSERT INTO spip_forum VALUES(2,5,'article',1,'2019-07-02 08:00:00','Lines',replace('One\n\nTwo\nthree','\n',char(10)),'Bob','','prop');
COMMIT;
