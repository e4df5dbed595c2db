// Where the copy of the last head lies, and that it finds its way to the better place by itself.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pino } from 'pino';
import type { Settings } from '#settings';
import { savedNote, saveNote } from './record-guard.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-guard-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const log = pino({ level: 'silent' });
const inside = (dataFolder: string) => join(dataFolder, 'guard', 'checkpoint');

test('a copy kept in the data folder by an older program is found, and moves beside it with the next head', () => {
  const dataFolder = join(folder, 'one');
  mkdirSync(join(dataFolder, 'guard'), { recursive: true });
  writeFileSync(inside(dataFolder), 'before');
  const settings = { dataFolder } as Settings;
  assert.deepEqual(savedNote(settings), { path: inside(dataFolder), note: 'before' });
  saveNote({ settings, log }, 'after');
  assert.deepEqual(savedNote(settings), { path: `${dataFolder}.guard`, note: 'after' });
  assert.ok(!existsSync(inside(dataFolder)));
});

test('where nothing can be written beside the data folder it lies in it; a place that was asked for is not given up', {
  skip: process.platform === 'win32',
}, () => {
  const above = join(folder, 'locked');
  const dataFolder = join(above, 'two');
  // A folder in its place: nothing can be written there, by root neither.
  mkdirSync(join(`${dataFolder}.guard`, 'taken'), { recursive: true });
  mkdirSync(dataFolder);
  const settings = { dataFolder } as Settings;
  saveNote({ settings, log }, 'note');
  assert.equal(readFileSync(inside(dataFolder), 'utf8'), 'note');
  chmodSync(above, 0o700);
  const asked = { dataFolder, guardFile: join(`${dataFolder}.guard`, 'taken') } as Settings;
  saveNote({ settings: asked, log }, 'other');
  assert.equal(readFileSync(inside(dataFolder), 'utf8'), 'note');
});
