// Whatever a person reads comes from the catalogue, in every language, and nothing stands in the catalogue that nobody reads.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATALOGUE, LANGUAGES, type MessageKey } from '#locale/translate.ts';
import { isTest, projectFiles } from './project-files.ts';

const keys = Object.keys(CATALOGUE.en) as MessageKey[];
const code = projectFiles(['src/**/*.ts'], 80).filter((file) => !isTest(file) && !file.path.startsWith('src/locale/'));
const BOOLEAN_ATTRIBUTES = [
  'required',
  'selected',
  'checked',
  'disabled',
  'hidden',
  'open',
  'multiple',
  'autofocus',
  'readonly',
  'novalidate',
];
/** Words of the trade that are the same in every language. */
const NAMES = new Set([
  ...BOOLEAN_ATTRIBUTES,
  'Stet',
  'Markdown',
  'BibTeX',
  'MLA',
  'Chicago',
  'JSON',
  'Atom',
  'en',
  'fr',
  'English',
  'Français',
]);

test('every message is in every language, with the same values', () => {
  assert.ok(keys.length > 100, `${keys.length} messages seen`);
  for (const language of LANGUAGES) {
    const other = CATALOGUE[language];
    assert.deepEqual(Object.keys(other).sort(), [...keys].sort());
    const differing = keys.filter(
      (key) => String(placeholders(CATALOGUE.en[key])) !== String(placeholders(other[key])),
    );
    assert.deepEqual(differing, [], `values differ between en and ${language}`);
  }
});

test('every message is used', () => {
  const used = literalsOf(code.map(({ text }) => text).join('\n'));
  assert.deepEqual(
    keys.filter((key) => !used(key)),
    [],
  );
});

test('French has its spaces: no-break before high points and inside its quotation marks', () => {
  const wrong = /[^\u00A0\u202F][;!?»](?=\s|$)|« |[^\u00A0\u202F]:(?=\s|$)|'/;
  assert.deepEqual(
    keys.filter((key) =>
      formsOf(CATALOGUE.fr[key])
        .map(withoutCode)
        .some((form) => wrong.test(form)),
    ),
    [],
  );
});

test('templates hold no words of their own', () => {
  const templates = code
    .filter(({ path }) => path.startsWith('src/web/'))
    .flatMap(({ path, text }) => htmlTemplates(text).map((html) => ({ path, html })));
  assert.ok(templates.length > 40, `${templates.length} templates seen`);
  const words = templates.flatMap(({ path, html }) => bareWords(html).map((word) => `${path}: ${word}`));
  assert.deepEqual(words, []);
});

test('the guard sees a bare word', () => {
  assert.deepEqual(
    htmlTemplates('html`<p class="a">${x ? html`Nested` : `{${a}}`} Hello</p><input placeholder="Your name">`').flatMap(
      bareWords,
    ),
    ['Nested', 'Hello', 'Your name'],
  );
});

/** What is written as a program wants it has its own rules. */
function withoutCode(form: string): string {
  const inMarks = form.replace(/«\u00A0[^»]*\u00A0»/g, '');
  return inMarks.replace(/`[^`]*`|\{.*\}|\[\^\d\]:|:{2,3}\w*|"…"|\b\w+: …|https?:\/\//g, '');
}

function formsOf(message: string | { readonly one: string; readonly other: string }): readonly string[] {
  return typeof message === 'string' ? [message] : [message.one, message.other];
}

function placeholders(message: Parameters<typeof formsOf>[0]): readonly string[] {
  const names = formsOf(message).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));
  return [...new Set(names)].sort();
}

/** True for a key that stands in the code as it is, or that a template such as `refusal.${code}.title` can give. */
function literalsOf(text: string): (key: string) => boolean {
  const plain = new Set(
    [...text.matchAll(/['"`]([\w.-]+)['"`]|\b([\w-]+):/g)].map(([, quoted, property]) => quoted ?? property ?? ''),
  );
  const made = [...text.matchAll(/`(?=([\w-]*(?:\.[\w-]*)*\$\{[^`]*)`)/g)]
    .map(([, template]) => (template ?? '').replace(/\$\{[^}]*\}/g, '\u0000'))
    .filter((template) => /[\w-]+[.-]\u0000/.test(template) && !/[^\w.\u0000-]/.test(template))
    .map((template) => new RegExp(`^${template.replaceAll('.', '\\.').replaceAll('\u0000', '[\\w.-]+')}$`));
  return (key) => plain.has(key) || made.some((pattern) => pattern.test(key));
}

/** The words that stand between html` and its closing mark, each `${…}` a NUL; templates within templates come apart. */
function htmlTemplates(text: string): readonly string[] {
  const found: string[] = [];
  const open: { isHtml: boolean; html: string; depth: number }[] = [];
  let inTemplate = false;
  for (let at = 0; at < text.length; at += 1) {
    const top = open.at(-1);
    if (inTemplate && top) {
      if (text[at] === '\\') at += 1;
      else if (text[at] === '`') {
        if (top.isHtml) found.push(top.html);
        open.pop();
        inTemplate = false;
      } else if (text.startsWith('${', at)) {
        top.html += '\u0000';
        top.depth = 0;
        inTemplate = false;
        at += 1;
      } else top.html += text[at];
      continue;
    }
    const skipped = /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/.exec(
      text.slice(at, at + 2000),
    )?.[0];
    if (skipped) at += skipped.length - 1;
    else if (text[at] === '`') {
      open.push({ isHtml: /\bhtml$/.test(text.slice(Math.max(0, at - 5), at)), html: '', depth: 0 });
      inTemplate = true;
    } else if (text[at] === '{' && top) top.depth += 1;
    else if (text[at] === '}' && top) {
      if (top.depth === 0) inTemplate = true;
      top.depth -= 1;
    }
  }
  return found;
}

function bareWords(html: string): readonly string[] {
  const bare = html.replace(/<(style|script|svg|kbd|code)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '');
  const spoken = [...bare.matchAll(/\b(?:aria-label|alt|title|placeholder)="([^"\u0000]*)"/g)].map(
    ([, value]) => value ?? '',
  );
  const shown = bare
    .replace(/<[^>]*>/g, '\u0000')
    .replace(/[\w:-]+="[^"]*"?/g, '\u0000')
    .split('\u0000');
  return [...shown, ...spoken]
    .map((part) => part.replace(/&\w+;/g, '').trim())
    .filter((part) => /\p{L}{2}/u.test(part) && !NAMES.has(part));
}
