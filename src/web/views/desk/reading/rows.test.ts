import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBytes } from '#formats/read.ts';
import { listRows, rowAt } from './rows.ts';

const PAGE = `By Hester Quill


They crossed[1] twice[2] that day, and nobody wrote why.

Afterwards the ferry was laid up for the winter.

[1] The fare is not recorded.

[2] Once in fog.

This forum is moderated before publication.
`;

test('every part of a reading has its row, in the order of the file', () => {
  const rows = listRows(readBytes({ bytes: new TextEncoder().encode(PAGE), format: 'text' }));
  assert.deepEqual(
    rows.map((row) => `${row.lines[0]} ${row.kind}`),
    ['1 metadata', '4 block', '6 block', '8 note', '10 note', '12 furniture'],
  );
});

//  They crossed[1] twice[2] that day
//              ^12      ^18, the first call's three characters gone
test('a call stands where it stood, those before it taken away', () => {
  const rows = listRows(readBytes({ bytes: new TextEncoder().encode(PAGE), format: 'text' }));
  const block = rows.find((row) => row.kind === 'block');
  assert.deepEqual(block?.kind === 'block' && block.calls.map(({ note, offset }) => [note.label, offset]), [
    ['1', 12],
    ['2', 18],
  ]);
});

test('a line leads to the row that holds it, or the nearest above', () => {
  const rows = listRows(readBytes({ bytes: new TextEncoder().encode(PAGE), format: 'text' }));
  assert.equal(rows[rowAt(rows, 5)]!.lines[0], 4);
  assert.equal(rows[rowAt(rows, 999)]!.lines[0], 12);
});
