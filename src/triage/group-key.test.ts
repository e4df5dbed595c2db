import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupKey } from './group-key.ts';

const POST =
  'Hello friends, I earn 500 dollars a day from home with this simple method that my cousin showed me last summer; visit http://one.example.com/12 and tell them that I sent you, you will not regret it';

test('case, signs, links, numbers and look-alikes leave the group', () => {
  const key = groupKey(POST);
  for (const edited of [
    POST.toUpperCase(),
    POST.replace('http://one.example.com/12', 'https://bit.ly/xyz'),
    POST.replace('500', '9000'),
    POST.replaceAll('e', 'е').replaceAll(' еarn', ' earn'),
    `${POST}!!! 😀`,
    POST.replaceAll(' ', '\n '),
  ])
    assert.equal(groupKey(edited), key, edited);
});

test('of copies in which one word differs, most stay in the group', () => {
  const words = POST.split(' ');
  const same = words.filter((_, at) => groupKey(words.with(at, 'otherwise').join(' ')) === groupKey(POST));
  assert.ok(same.length / words.length > 0.5, `${same.length} of ${words.length}`);
});

test('other posts, and short ones with other words, are other groups', () => {
  const posts = [
    POST,
    'Hello friends, I read this text last summer and will not regret it; tell them that the date on page 12 is wrong, I sent you a note',
    'Thank you',
    'Thank you so much',
    'thanks',
    '',
    '!!!',
    'https://one.example.com',
    '漢字',
    '漢文',
  ];
  assert.equal(new Set(posts.map(groupKey)).size, posts.length);
  assert.equal(groupKey('Thank you!'), groupKey('THANK YOU'));
});

test('a key is short, plain and the same each time', () => {
  for (const post of [POST, 'a', '', '\uD800', 'x'.repeat(50_000)]) {
    assert.match(groupKey(post), /^[ewp][0-9a-z]{7,21}$/);
    assert.equal(groupKey(post), groupKey(post));
  }
});
