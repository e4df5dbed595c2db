import { type Invariant, inFile } from './invariant.ts';

const formats = inFile('src/record/record.test.ts');
const record = inFile('src/operations/record.test.ts');
const rotation = inFile('src/operations/key-rotate.test.ts');
const store = inFile('src/store/store.test.ts');
const contributions = inFile('src/operations/contributions.test.ts');
const moderation = inFile('src/operations/moderation.test.ts');
const erase = inFile('src/operations/contribution-erase.test.ts');
const served = inFile('test/journeys/record.test.ts');
const tampering = inFile('test/storage/tampering.test.ts');

const oneWay = formats('a leaf is written in one way only and holds nothing it must not');
const neverChanged = store('what was published cannot be changed or deleted, whoever tries');
const withoutLeaf = store('no revision without its leaf, no withdrawal and no return either');
const forumWithoutLeaf = moderation(
  'nothing is received and nothing decided without its leaf: the database asks for it',
);
const stranger = served('a stranger checks a revision with what is served and nothing else');
const provable = contributions(
  'what a contributor takes away proves, without us, that it was received: the key, the payload and the entry belong together',
);
const leavesOfForum = contributions('what the record says of the forum is a minute and a commitment that no other has');
const eachActALeaf = record(
  'publishing, revising, withdrawing and restoring each leave a leaf, and the head over them is signed',
);
const oldBackup = record(
  'an old backup put back is found out at the start, also after it has grown again: then nothing can be changed',
);
const withoutKey = record(
  'without its key the record is not continued, and a stored hash that was changed is not signed over',
);
const notes = formats('a note opens with its key, ignores strangers, refuses a changed byte');
const bothKeys = rotation(
  'both keys sign until the overlap is over, then the new one alone; the folder verifies throughout',
);
const wholeOrNot = inFile('src/operations/durable-file.test.ts')(
  'a file is there whole or as it was before, and nothing is left beside it',
);
const allNamed = (table: string) => tampering(`every row of ${table} edited, deleted or swapped is named`);

export const RECORD_INVARIANTS: readonly Invariant[] = [
  {
    id: 'R1',
    holds: 'A leaf is exact bytes, written in one way: sorted ASCII, whole numbers, at most 1,024 bytes',
    tests: [oneWay],
    breakages: [
      {
        so: 'keys stand as the program names them',
        file: 'src/record/leaf.ts',
        text: '.sort(([one], [other]) => (one < other ? -1 : 1));',
        instead: ';',
        seenBy: oneWay,
      },
      {
        so: 'a leaf may be longer',
        file: 'src/record/leaf.ts',
        text: 'export const LONGEST_LEAF = 1024;',
        instead: 'export const LONGEST_LEAF = 4096;',
        seenBy: oneWay,
      },
      {
        so: 'a number may be broken',
        file: 'src/record/leaf.ts',
        text: 'Number.isSafeInteger(value) && value >= 0',
        instead: 'Number.isFinite(value) && value >= 0',
        seenBy: oneWay,
      },
      {
        so: 'text may be more than ASCII',
        file: 'src/record/leaf.ts',
        text: 'const PLAIN_ASCII = /^[ !#-[\\]-~]*$/;',
        instead: 'const PLAIN_ASCII = /^[^"\\\\]*$/;',
        seenBy: oneWay,
      },
      {
        so: 'bytes that say the same otherwise are the same leaf',
        file: 'src/record/leaf.ts',
        text: 'Buffer.compare(writeLeaf(leaf), bytes) === 0 ? leaf : null;',
        instead: 'writeLeaf(leaf).length > 0 ? leaf : null;',
        seenBy: oneWay,
      },
      {
        so: 'a damaged leaf, a field of which has another name, is read as one',
        file: 'src/record/leaf.ts',
        text: 'return isWhole(leaf) && ',
        instead: 'return ',
        seenBy: oneWay,
      },
    ],
  },
  {
    id: 'R2',
    holds: 'A leaf of the forum holds no second, no free text, no hash that could be guessed',
    tests: [leavesOfForum, formats('a commitment needs its key')],
    breakages: [
      {
        so: 'the second of a contribution stands in the record',
        file: 'src/operations/minute.ts',
        text: 'return `${moment(context).slice(0, 16)}:00Z`;',
        instead: 'return moment(context);',
        seenBy: leavesOfForum,
      },
      {
        so: 'the commitment is a bare hash of the words',
        file: 'src/record/commitment.ts',
        text: "return createHmac('sha256', key).update(payload).digest('hex');",
        instead: "return createHmac('sha256', key.map(() => 0)).update(payload).digest('hex');",
        seenBy: formats('a commitment needs its key'),
      },
      {
        so: 'the commitment’s key may be short',
        file: 'src/record/commitment.ts',
        text: 'if (key.length !== COMMITMENT_KEY_BYTES)',
        instead: 'if (key.length === 0)',
        seenBy: formats('a commitment needs its key'),
      },
      {
        so: 'one key makes the commitments of all',
        file: 'src/operations/contribution-receive.ts',
        text: 'context.random.bytes(COMMITMENT_KEY_BYTES)',
        instead: 'new Uint8Array(COMMITMENT_KEY_BYTES)',
        seenBy: leavesOfForum,
      },
    ],
  },
  {
    id: 'R3',
    holds: 'A manifest is a sha256sum file over what is served of its revision',
    tests: [stranger, formats('a manifest is sorted and its lines are those of sha256sum')],
    breakages: [
      {
        so: 'its lines stand as the files come',
        file: 'src/record/manifest.ts',
        text: '    .sort((one, other) => Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)))\n',
        instead: '',
        seenBy: formats('a manifest is sorted and its lines are those of sha256sum'),
      },
      {
        so: 'its hashes are of what was prepared, not of what is kept',
        file: 'src/operations/publication.ts',
        text: 'manifestOf({ source, bodyHtml,',
        instead: 'manifestOf({ source: source.trim(), bodyHtml,',
        seenBy: stranger,
      },
    ],
  },
  {
    id: 'R4',
    holds: 'Erasing deletes words and key and adds a leaf; every other leaf stays',
    tests: [erase('erasing leaves no byte of a name, an address, words, reasons or rendered pages in any file')],
    breakages: [
      {
        so: 'the key stays',
        file: 'src/store/contribution-keys.ts',
        text: "await db.deleteFrom('contribution_key').where('contribution_id', '=', contributionId).execute();",
        instead:
          "await db.deleteFrom('contribution_key').where('contribution_id', '=', `${contributionId}x`).execute();",
        seenBy: erase('erasing leaves no byte of a name, an address, words, reasons or rendered pages in any file'),
      },
      {
        so: 'erasing a second time adds a second leaf',
        file: 'src/operations/contribution-erase.ts',
        text: "  if (state === 'erased') return;\n",
        instead: '',
        seenBy: erase('erasing leaves no byte of a name, an address, words, reasons or rendered pages in any file'),
      },
    ],
  },
  {
    id: 'R5',
    holds: 'A receipt proves what was received, without us',
    tests: [provable],
    breakages: [
      {
        so: 'it names another leaf',
        file: 'src/operations/reads/receipt.ts',
        text: 'return key && origin ? { origin, index: leaf, key',
        instead: 'return key && origin ? { origin, index: leaf + 1, key',
        seenBy: provable,
      },
      {
        so: 'it brings the words, and not the bytes the commitment is made of',
        file: 'src/operations/reads/receipt.ts',
        text: 'payload: payloadOf({ ...contribution, ...one }).toString(),',
        instead: 'payload: JSON.stringify({ ...contribution, ...one }),',
        seenBy: provable,
      },
    ],
  },
  {
    id: 'R6',
    holds: 'Hashes are those of RFC 6962',
    tests: [
      formats('RFC 6962 roots for the eight classic leaves'),
      formats('roots of the numbered log at 1, 3, 257 and 70,000 leaves, and its tiles'),
      formats('every inclusion and consistency proof verifies, and a wrong one does not'),
    ],
    breakages: [
      {
        so: 'a node is hashed like a leaf',
        file: 'src/record/hash-tree.ts',
        text: 'const NODE_PREFIX = new Uint8Array([1]);',
        instead: 'const NODE_PREFIX = new Uint8Array([0]);',
        seenBy: formats('RFC 6962 roots for the eight classic leaves'),
      },
      {
        so: 'a range that is not full is folded from the left',
        file: 'src/record/hash-tree.ts',
        text: 'hashes.reduceRight((right, left) => hashNode(left, right))',
        instead: 'hashes.reduce((left, right) => hashNode(left, right))',
        seenBy: formats('roots of the numbered log at 1, 3, 257 and 70,000 leaves, and its tiles'),
      },
      {
        so: 'a proof of consistency leaves out the old root where it is needed',
        file: 'src/record/hash-tree.ts',
        text: '  if (!whole) ranges.unshift({ start, end });\n',
        instead: '',
        seenBy: formats('every inclusion and consistency proof verifies, and a wrong one does not'),
      },
      {
        so: 'any proof of inclusion is believed',
        file: 'src/record/verify-proof.ts',
        text: 'return last === 0 && equal(hash, claim.root);',
        instead: 'return last === 0;',
        seenBy: formats('every inclusion and consistency proof verifies, and a wrong one does not'),
      },
    ],
  },
  {
    id: 'R7',
    holds: 'Tiles are served as C2SP tlog-tiles; what is not signed is not served',
    tests: [
      served('tiles are served as they are addressed, for ever; what is not signed is not there'),
      formats('tile paths are the ones of the specification and only those parse'),
      formats('bundles of entries give back their entries; cut short they give nothing'),
    ],
    breakages: [
      {
        so: 'a tile has a path of its own making',
        file: 'src/record/tile.ts',
        text: '(at < all.length - 1 ? `x${group}` : group)',
        instead: '(at < all.length ? `x${group}` : group)',
        seenBy: formats('tile paths are the ones of the specification and only those parse'),
      },
      {
        so: 'a tile that is not there yet is there',
        file: 'src/record/tile.ts',
        text: 'tile.index * TILE_WIDTH + tile.width <= Math.floor(size / TILE_WIDTH ** level)',
        instead: 'tile.index * TILE_WIDTH <= Math.floor(size / TILE_WIDTH ** level)',
        seenBy: formats('tile paths are the ones of the specification and only those parse'),
      },
      {
        so: 'tiles change',
        file: 'src/web/pages/record/log.ts',
        text: "export const FOR_EVER = 'public, max-age=31536000, immutable';",
        instead: "export const FOR_EVER = 'public, max-age=60';",
        seenBy: served('tiles are served as they are addressed, for ever; what is not signed is not there'),
      },
      {
        so: 'the last head is kept by caches for an hour',
        file: 'src/web/pages/record/log.ts',
        text: "const A_MOMENT = 'public, max-age=5';",
        instead: "const A_MOMENT = 'public, max-age=3600';",
        seenBy: served('tiles are served as they are addressed, for ever; what is not signed is not there'),
      },
    ],
  },
  {
    id: 'R8',
    holds:
      'A checkpoint is a signed note, bound to its origin; lines of strangers are ignored, a false line of a known key is refused',
    tests: [notes, formats('a checkpoint is bound to its origin, its size and its root')],
    breakages: [
      {
        so: 'a false signature of a known key is passed over like a stranger’s',
        file: 'src/record/signed-note.ts',
        text: 'bytes.subarray(4))) return null;',
        instead: 'bytes.subarray(4))) signers.pop();',
        seenBy: notes,
      },
      {
        so: 'the line of a stranger refuses the note',
        file: 'src/record/signed-note.ts',
        text: '    if (!key) continue;\n',
        instead: '    if (!key) return null;\n',
        seenBy: notes,
      },
      {
        so: 'the head of another log is taken for ours',
        file: 'src/record/checkpoint.ts',
        text: "return opened && opened.text.split('\\n')[0] === origin ? parseTreeHead(opened.text) : null;",
        instead: 'return opened && origin ? parseTreeHead(opened.text) : null;',
        seenBy: formats('a checkpoint is bound to its origin, its size and its root'),
      },
      {
        so: 'a key is known by whatever id it brings',
        file: 'src/record/signed-note.ts',
        text: "return Buffer.from(keyId).toString('hex') === match[2] ? ",
        instead: 'return keyId.length === 4 ? ',
        seenBy: formats('the published example of a verifier key and the key of a seed of zeros'),
      },
    ],
  },
  {
    id: 'R9',
    holds: 'A new key comes in by a leaf, and the one before signs too for a while',
    tests: [bothKeys, rotation('two rotations at once leave two new keys, each in the file and in the record')],
    breakages: [
      {
        so: 'the key before signs no more',
        file: 'src/operations/record-keys.ts',
        text: 'const signers = mayStillSign.toReversed().flatMap((key) => byKey.get(key) ?? []);',
        instead: 'const signers = mayStillSign.slice(-1).flatMap((key) => byKey.get(key) ?? []);',
        seenBy: bothKeys,
      },
      {
        so: 'the key before signs for ever',
        file: 'src/operations/record-keys.ts',
        text: 'now < (supersededAt[at] ?? Number.POSITIVE_INFINITY)',
        instead: 'now >= 0 || at > supersededAt.length',
        seenBy: bothKeys,
      },
      {
        so: 'the new key is in the file and not in the record',
        file: 'src/operations/key-rotate.ts',
        text: "    await appendLeaf(context, transaction, { kind: 'key.rotate', at, key: verifierKey });\n",
        instead: '',
        seenBy: bothKeys,
      },
      {
        so: 'the file of keys is readable by others',
        file: 'src/operations/record-keys.ts',
        text: 'mode: 0o600 });',
        instead: 'mode: 0o644 });',
        seenBy: record('the key is readable by its owner alone; tiles and the copy lie beside the database'),
      },
    ],
  },
  {
    id: 'R10',
    holds: 'No act without its leaf, in the same transaction',
    tests: [eachActALeaf, withoutLeaf, forumWithoutLeaf],
    breakages: [
      {
        so: 'the database takes a revision without a leaf',
        file: 'src/store/migrations/0002-record.ts',
        text: 'condition: `new.manifest is not null and exists (',
        instead: 'condition: `new.manifest is not null or exists (',
        seenBy: withoutLeaf,
      },
      {
        so: 'the database takes a withdrawal without a leaf',
        file: 'src/store/migrations/0002-record.ts',
        text: 'condition: `new.withdrawn_at is old.withdrawn_at or',
        instead: 'condition: `new.id is old.id or',
        seenBy: withoutLeaf,
      },
      {
        so: 'the database takes a contribution without a leaf',
        file: 'src/store/migrations/0005-forum.ts',
        text: "and kind = 'contribution.receive')`,",
        instead: "and kind = 'contribution.receive') or new.leaf >= 0`,",
        seenBy: forumWithoutLeaf,
      },
      {
        so: 'the database takes a decision without a leaf',
        file: 'src/store/migrations/0005-forum.ts',
        text: "and kind = case new.decision when 'erase' then 'contribution.erase' else 'contribution.decide' end)`,",
        instead:
          "and kind = case new.decision when 'erase' then 'contribution.erase' else 'contribution.decide' end) or new.leaf >= 0`,",
        seenBy: forumWithoutLeaf,
      },
      {
        so: 'a withdrawal leaves no leaf',
        file: 'src/operations/text-withdraw.ts',
        text: '    await appendLeaf(context, transaction, leaf);\n',
        instead: '',
        seenBy: eachActALeaf,
      },
    ],
  },
  {
    id: 'R11',
    holds: 'Only a head that extends the one before is signed, and none when nothing is new',
    tests: [withoutKey, eachActALeaf],
    breakages: [
      {
        so: 'what contradicts the last head is signed',
        file: 'src/operations/record-sign.ts',
        text: 'if (last && !(await extendsHead(transaction, { log, size, head: { origin: log.origin, ...last } })))',
        instead: 'if (last && last.size > size)',
        seenBy: withoutKey,
      },
      {
        so: 'a record that contradicts itself goes on being written',
        file: 'src/operations/record-sign.ts',
        text: '  store.freeze(fault);\n',
        instead: '',
        seenBy: withoutKey,
      },
      {
        so: 'the same head is signed again and again',
        file: 'src/operations/record-sign.ts',
        text: '|| !(await hasUnsigned(store.reader))) return null;',
        instead: ') return null;',
        also: {
          file: 'src/operations/record-sign.ts',
          text: '  if (last?.size === size) return null;\n',
          instead: '  if (last?.size === size) return last;\n',
        },
        seenBy: eachActALeaf,
      },
      {
        so: 'without its key the record goes on',
        file: 'src/operations/record-open.ts',
        text: "  if (signers.length === 0) return 'keyless';\n",
        instead: '',
        seenBy: withoutKey,
      },
    ],
  },
  {
    id: 'R12',
    holds: 'Revisions, leaves, heads and logs are never changed or deleted; the database refuses',
    tests: [neverChanged],
    breakages: ['log', 'leaf', 'checkpoint']
      .map((table) => ({
        so: `the table ${table} can be changed`,
        file: 'src/store/migrations/0002-record.ts',
        text: "...['log', 'leaf', 'checkpoint'].flatMap((table) =>",
        instead: `...['log', 'leaf', 'checkpoint'].filter((one) => one !== '${table}').flatMap((table) =>`,
        seenBy: neverChanged,
      }))
      .concat([
        {
          so: 'revisions can be changed',
          file: 'src/store/migrations/0001-press.ts',
          text: "  ...engine.forbidChanges('revision'),\n",
          instead: '',
          seenBy: neverChanged,
        },
        {
          so: 'what must not be deleted can still be changed',
          file: 'src/store/engines/sqlite.ts',
          text: "['update', 'delete'].map(",
          instead: "['delete'].map(",
          seenBy: neverChanged,
        },
      ]),
  },
  {
    id: 'R13',
    holds: 'An old backup put back is found at the start, and nothing can be changed then',
    tests: [oldBackup],
    breakages: [
      {
        so: 'the copy of the last head is not looked at',
        file: 'src/operations/record-open.ts',
        text: "  if (saved && !(await holds(db, { log, size, saved }))) return 'forked';\n",
        instead: '',
        seenBy: oldBackup,
      },
      {
        so: 'it is said, and changes go on',
        file: 'src/operations/record-open.ts',
        text: '    store.freeze(fault);\n',
        instead: '',
        seenBy: oldBackup,
      },
      {
        so: 'the size of the log alone is compared, not what it holds',
        file: 'src/operations/record-sign.ts',
        text: 'return Buffer.compare(await rootOf(db, { log, size: head.size }), head.root) === 0;',
        instead: 'return (await rootOf(db, { log, size: head.size })).length === head.root.length;',
        seenBy: oldBackup,
      },
      {
        so: 'the copy is not written',
        file: 'src/operations/record-release.ts',
        text: '  saveNote(context, checkpoint.note);\n',
        instead: '',
        seenBy: oldBackup,
      },
      {
        so: 'a frozen store takes changes',
        file: 'src/store/store.ts',
        text: "        if (fault) throw new Refusal('frozen');\n",
        instead: '',
        seenBy: store('a frozen store is read and never changed'),
      },
    ],
  },
  {
    id: 'R14',
    holds: 'Whoever changes a row behind the triggers is found out',
    tests: [
      allNamed('leaf'),
      allNamed('contribution_revision'),
      allNamed('decision'),
      allNamed('shown_contribution'),
      tampering('a revision changed, deleted, or added without its leaf is named with its address'),
    ],
    breakages: [
      {
        so: 'the words of a contribution are not compared with their commitment',
        file: 'src/operations/verify-forum.ts',
        text: 'for (const one of words) if (!isReceived(contribution, one, leafAt)) fault(',
        instead: 'for (const one of words) if (one.revision < 1) fault(',
        seenBy: allNamed('contribution_revision'),
      },
      {
        so: 'the log of decisions is not compared with its leaves',
        file: 'src/operations/verify-forum.ts',
        text: 'for (const one of decisions) if (!isDecided(kept, one, leafAt)) fault(',
        instead: 'for (const one of decisions) if (one.leaf < 0) fault(',
        seenBy: allNamed('decision'),
      },
      {
        so: 'what is shown is not compared with what was validated',
        file: 'src/operations/verify-forum.ts',
        text: 'if (shownRevision === null ? shown : !shown || !validated || !isSame(shown, { ...contribution, ...validated }))',
        instead: 'if (shownRevision === null ? shown : !shown || !validated)',
        seenBy: allNamed('shown_contribution'),
      },
      {
        so: 'a file of a revision is not compared with its line of the manifest',
        file: 'src/operations/verify-data.ts',
        text: 'if (lines.size > 1 && !lines.has(`${sha256Hex(bytes)}  ${path}`))',
        instead: 'if (lines.size > 1 && bytes.length === 0)',
        seenBy: tampering('a revision changed, deleted, or added without its leaf is named with its address'),
      },
    ],
  },
  {
    id: 'R15',
    holds: 'Every connection syncs what it commits',
    tests: [store('every connection is durable, and again when the file is opened anew')],
    breakages: [
      {
        so: 'a commit is not synced',
        file: 'src/store/engines/sqlite-connection.ts',
        text: "['synchronous', 'full', 2],",
        instead: "['synchronous', 'normal', 1],",
        seenBy: store('every connection is durable, and again when the file is opened anew'),
      },
      {
        so: 'a file that is opened again runs as it likes, and is not asked how',
        file: 'src/store/engines/sqlite-connection.ts',
        text: '    connection.pragma(`${name} = ${wanted}`);\n',
        instead: "    if (name !== 'synchronous') connection.pragma(`${name} = ${wanted}`);\n",
        also: {
          file: 'src/store/engines/sqlite-connection.ts',
          text: '    if (is !== answered) throw',
          instead: '    if (is === undefined) throw',
        },
        seenBy: store('every connection is durable, and again when the file is opened anew'),
      },
    ],
  },
  {
    id: 'R16',
    holds: 'A tile, a head, a key is written whole or not at all',
    tests: [wholeOrNot],
    breakages: [
      {
        so: 'a file is written where it stands',
        file: 'src/operations/durable-file.ts',
        text: '  const temporary = `${path}.${process.pid}.new`;\n',
        instead: '  const temporary = path;\n',
        seenBy: wholeOrNot,
      },
      {
        so: 'what could not be written stays beside the file',
        file: 'src/operations/durable-file.ts',
        text: '    rmSync(temporary, { force: true });\n',
        instead: '',
        seenBy: wholeOrNot,
      },
    ],
  },
];
