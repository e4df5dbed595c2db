import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { CATALOGUE } from '#locale/translate.ts';
import { localAddress, readSettings, SETTINGS, type Settings, type SettingsSources } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-settings-'));

function settingsOf(sources: Partial<SettingsSources>): Settings {
  const read = readSettings({ flags: {}, environment: {}, ...sources });
  assert.ok(read.ok);
  return read.settings;
}

function mistakesOf(sources: Partial<SettingsSources>) {
  const read = readSettings({ flags: { data: folder }, environment: {}, ...sources });
  assert.ok(!read.ok);
  return read.mistakes.map(({ as, place, written }) => ({ as, place, written }));
}

test('every default is allowed, and every row is explained in both languages', () => {
  assert.ok(SETTINGS.length >= 8);
  for (const row of SETTINGS) {
    if (row.default !== null) assert.notEqual(row.parse(row.default), undefined, row.flag);
    for (const language of ['en', 'fr'] as const)
      assert.ok(CATALOGUE[language][row.about] && CATALOGUE[language][row.allowed]);
  }
});

test('flags stand above the environment, the environment above the file, the file above the defaults', () => {
  writeFileSync(join(folder, 'settings.env'), 'STET_PORT=4001\nSTET_SITE_NAME="Quay Press"\nSTET_HOST=localhost\n');
  const settings = settingsOf({
    flags: { data: folder, host: '0.0.0.0' },
    environment: { STET_PORT: '4002', STET_HOST: '::1' },
  });
  assert.equal(settings.siteName, 'Quay Press');
  assert.equal(settings.port, 4002);
  assert.equal(settings.host, '0.0.0.0');
  assert.equal(settings.siteLanguage, 'en');
  writeFileSync(join(folder, 'settings.env'), '');
});

test('the public address follows from host and port until it is given', () => {
  assert.equal(settingsOf({ flags: { port: '4003' } }).publicUrl, 'http://127.0.0.1:4003');
  assert.equal(settingsOf({ flags: { 'public-url': 'https://texts.example/' } }).publicUrl, 'https://texts.example');
  assert.equal(localAddress({ host: '::1', port: 80 }), 'http://[::1]:80');
  assert.equal(localAddress({ host: '0.0.0.0', port: 80 }), 'http://localhost:80');
});

test('each value that is not allowed is told with its place', () => {
  writeFileSync(join(folder, 'settings.env'), 'STET_LOG_LEVEL=loud\nSTET_PROT=1\n');
  const path = join(folder, 'settings.env');
  assert.deepEqual(mistakesOf({ flags: { data: folder, port: '99999' }, environment: { STET_SITE_LANGUAGE: 'de' } }), [
    { as: '--port', place: 'flag', written: '99999' },
    { as: 'STET_SITE_LANGUAGE', place: 'environment', written: 'de' },
    { as: 'STET_LOG_LEVEL', place: path, written: 'loud' },
    { as: 'STET_PROT', place: path, written: '1' },
  ]);
  writeFileSync(join(folder, 'settings.env'), '');
});

for (const [flag, bad] of Object.entries({
  port: ['-1', '1.5', '', 'http'],
  'public-url': ['texts.example', 'ftp://texts.example', 'https://texts.example/library', 'https://a@b.example'],
  'upload-limit': ['0', '513', '1e3'],
  'trusted-proxies': ['proxy', '10.0.0.0/', '1.2.3.4;5.6.7.8'],
  host: ['', 'a b'],
  'site-name': ['', '  '],
  samples: ['true', 'toString'],
})) {
  test(`--${flag} refuses ${bad.map((value) => `"${value}"`).join(', ')}`, () => {
    for (const value of bad)
      assert.deepEqual(
        mistakesOf({ flags: { data: folder, [flag]: value } }).map(({ as }) => as),
        [`--${flag}`],
        value,
      );
  });
}
