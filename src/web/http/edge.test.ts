// The small rules at the edge: cookies, languages, tokens, fields.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#domain/refusal.ts';
import { noSession, readCookies, sessionCookie, writeCookie } from './cookies.ts';
import { checkFields, checkOrigin, hasToken } from './form-guard.ts';
import { visitorLanguage } from './language.ts';
import { isFresh } from './validators.ts';

test('a session cookie is for this host alone, out of reach of scripts, and comes back', () => {
  const written = writeCookie(sessionCookie({ token: 'abc', expiresAt: '2026-12-01T00:00:00Z' }), true);
  assert.equal(
    written,
    '__Host-stet-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Expires=Tue, 01 Dec 2026 00:00:00 GMT',
  );
  assert.equal(readCookies('x=1; __Host-stet-session=abc', true).session, 'abc');
  assert.equal(readCookies('__Host-stet-session=abc', false).session, null);
  assert.match(writeCookie(noSession, false), /^stet-session=; .*Max-Age=0$/);
});

test('a visitor is spoken to in what they chose, else what their browser asks for, else as the site speaks', () => {
  assert.equal(visitorLanguage('fr', 'en', 'en'), 'fr');
  assert.equal(visitorLanguage(null, 'de, fr-CH;q=0.9, en;q=0.8', 'en'), 'fr');
  assert.equal(visitorLanguage('xx', 'en;q=0, fr', 'en'), 'fr');
  assert.equal(visitorLanguage(null, 'de, ja', 'fr'), 'fr');
  assert.equal(visitorLanguage(null, undefined, 'en'), 'en');
});

const refusedAs = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test('a form of another site is refused by what the browser says of it', () => {
  const site = 'https://library.example';
  checkOrigin({ 'sec-fetch-site': 'same-origin' }, site);
  checkOrigin({ 'sec-fetch-site': 'none' }, site);
  checkOrigin({ origin: site }, site);
  checkOrigin({ origin: 'http://127.0.0.1:8080', host: '127.0.0.1:8080' }, site);
  checkOrigin({}, site);
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://else.example' },
    { origin: 'null' },
  ]) {
    assert.throws(() => checkOrigin(headers, site), refusedAs('not-allowed'));
  }
});

test('a form counts with its token, its own fields, and each of them once', () => {
  assert.ok(hasToken(new URLSearchParams({ 'form-token': 'abc' }), 'abc'));
  for (const form of ['', 'form-token=', 'form-token=abd', 'form-token=abcd']) {
    assert.ok(!hasToken(new URLSearchParams(form), 'abc'));
  }
  checkFields(new URLSearchParams('form-token=x&a=1&b='), ['a', 'b']);
  assert.throws(() => checkFields(new URLSearchParams('a=1&c=1'), ['a', 'b']), refusedAs('bad-request'));
  assert.throws(() => checkFields(new URLSearchParams('a=1&a=2'), ['a', 'b']), refusedAs('bad-request'));
});

test('a tag decides before a date', () => {
  const tag = 'W/"abc"';
  const changed = Date.parse('2026-11-22T10:00:00.900Z');
  assert.ok(isFresh({ 'if-none-match': '"x", "abc"' }, tag, changed));
  assert.ok(!isFresh({ 'if-none-match': '"x"', 'if-modified-since': 'Sun, 22 Nov 2026 10:00:00 GMT' }, tag, changed));
  assert.ok(isFresh({ 'if-modified-since': 'Sun, 22 Nov 2026 10:00:00 GMT' }, tag, changed));
  assert.ok(!isFresh({ 'if-modified-since': 'Sun, 22 Nov 2026 09:59:59 GMT' }, tag, changed));
  assert.ok(!isFresh({ 'if-modified-since': 'nonsense' }, tag, changed));
  assert.ok(!isFresh({}, tag, changed));
});
