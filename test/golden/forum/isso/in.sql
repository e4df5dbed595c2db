PRAGMA foreign_keys=OFF;
CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256));
CREATE TABLE comments (tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT NOT NULL, modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR NOT NULL, author VARCHAR, email VARCHAR, website VARCHAR, likes INTEGER DEFAULT 0, dislikes INTEGER DEFAULT 0, voters BLOB NOT NULL, notification INTEGER DEFAULT 0);
INSERT INTO threads VALUES(1,'/essays/on-salt/','On Salt');
INSERT INTO comments VALUES(1,1,NULL,1713866172.25,NULL,1,'192.0.2.0','Some **bold** and _slanted_ words, a [link](https://example.org/x "t") and `code_with_marks`.

> A quotation

<script>alert(1)</script>','Ada &amp; Co','ada@example.org','https://ada.example',3,0,X'00ff',0);
INSERT INTO comments VALUES(1,2,1,1713866200.0,NULL,2,'192.0.2.0','Waiting',NULL,NULL,NULL,0,0,X'',0);
INSERT INTO comments VALUES(1,3,1,1713866300.0,NULL,4,'192.0.2.0','',NULL,NULL,NULL,0,0,X'',0);
INSERT INTO comments VALUES(1,4,3,-5,NULL,9,'192.0.2.0','Under a deleted one','x',NULL,NULL,0,0,X'',0);
INSERT INTO comments VALUES(1,5,NULL,1713866400.0,NULL,1,'192.0.2.0','In code `a <b> *c*` and

```html
<b>kept</b> & [so](https://example.org)
```

a line\
and the next: 1 < 2','Anne L&#x27;Hôte',NULL,NULL,0,0,X'',0);
INSERT INTO comments VALUES(1,6,NULL,1713866500.0,NULL,4,'192.0.2.0','<p>As Isso takes over from Disqus,<br>deleted <b>with</b> its words.</p>','Jo',NULL,NULL,0,0,X'',0);
