import type { Composed } from './compose.ts';
import { edtfInWords, inWords, iso, plainDate, weekdayDate } from './date-words.ts';
import type { Dice } from './dice.ts';
import { POOLS } from './pools.ts';
import type { Head } from './styles.ts';

/** The metadata lines of a page, and what they say; a field that is not printed is null. */
export interface PrintedHead {
  readonly lines: readonly string[];
  readonly truth: PrintedMetadata;
  /** Who put it up and when, for the furniture to mention. */
  readonly person: string;
  readonly date: string;
}

export interface PrintedMetadata {
  readonly title: string | null;
  readonly authors: readonly string[] | null;
  readonly postedBy: string | null;
  readonly online: string | null;
  readonly written: string | null;
  readonly firstPublished: string | null;
}

const NOTHING: PrintedMetadata = {
  title: null,
  authors: null,
  postedBy: null,
  online: null,
  written: null,
  firstPublished: null,
};

export function printHead(kind: Head, work: Composed, dice: Dice): PrintedHead {
  const person = dice.pick(POOLS[work.language].people);
  const day = new Date(Date.UTC(dice.between(1999, 2025), dice.between(0, 11), dice.between(1, 28)));
  const scene: Scene = {
    work,
    dice,
    person,
    day,
    english: work.language === 'en',
    title: dice.chance(0.25) ? work.title.toUpperCase() : work.title,
  };
  const { lines, truth } = HEADS[kind](scene);
  return { lines, truth: { ...NOTHING, ...truth }, person, date: inWords(day, scene) };
}

interface Scene {
  readonly work: Composed;
  readonly dice: Dice;
  readonly person: string;
  readonly day: Date;
  readonly english: boolean;
  readonly title: string;
}

interface Printed {
  readonly lines: readonly string[];
  readonly truth: Partial<PrintedMetadata>;
}

const HEADS: Readonly<Record<Head, (scene: Scene) => Printed>> = {
  none: () => ({ lines: [], truth: {} }),
  title: ({ work, title, dice }) =>
    dice.chance(0.6)
      ? { lines: [title, ...gap(dice), work.author], truth: { title, authors: [work.author] } }
      : { lines: [title], truth: { title } },
  byline: ({ work, english, dice }) => ({
    lines: [
      dice.pick(
        english
          ? [work.author, `By ${work.author}`, `by ${work.author}`]
          : [work.author, `par ${work.author}`, `Par ${work.author}`],
      ),
    ],
    truth: { authors: [work.author] },
  }),
  typed: ({ work, title, english, dice }) => {
    const centre = (text: string): string => ' '.repeat(Math.max(4, 34 - Math.floor(text.length / 2))) + text;
    const by = dice.pick(english ? ['by', 'By'] : ['par', 'Par']);
    const author = dice.chance(0.5) ? [centre(by), '', centre(work.author)] : [centre(`${by} ${work.author}`)];
    return {
      lines: [
        centre(title),
        '',
        ...author,
        ...(dice.chance(0.3) && work.written ? ['', centre(work.written.slice(0, 4))] : []),
      ],
      truth: { title, authors: [work.author] },
    };
  },
  spip: (scene) => {
    const { person, work, title, english, dice } = scene;
    const line = dice.pick(
      english
        ? [
            `${weekdayDate(scene)}, by ${person}`,
            `${weekdayDate(scene)}, by ${person}`,
            `${plainDate(scene)}, by ${person}`,
          ]
        : [
            `${weekdayDate(scene)}, par ${person}`,
            `${weekdayDate(scene)}, par ${person}`,
            `Publié le ${weekdayDate(scene)} par ${person}`,
            `${plainDate(scene)} par ${person}`,
          ],
    );
    const truth = { postedBy: person, online: iso(scene.day) };
    const author = dice.chance(0.7)
      ? { lines: ['', work.author], truth: { authors: [work.author] } }
      : { lines: [], truth: {} };
    const named = dice.chance(0.6);
    if (!named) return { lines: [line, ...author.lines], truth: { ...truth, ...author.truth } };
    return { lines: [title, '', line, ...author.lines], truth: { ...truth, ...author.truth, title } };
  },
  wordpress: (scene) => {
    const { person, title, english, dice, work } = scene;
    const date = inWords(scene.day, scene);
    const posted = english
      ? dice.pick([`Posted on ${date} by ${person}`, `Posted by ${person} on ${date}`, `Posted by ${person} | ${date}`])
      : dice.pick([`Publié le ${date} par ${person}`, `Publié par ${person} le ${date}`]);
    const by = dice.chance(0.5) ? ['', english ? `By ${work.author}` : `Par ${work.author}`] : [];
    return {
      lines: [title, '', posted, ...by],
      truth: { title, postedBy: person, online: iso(scene.day), authors: by.length > 0 ? [work.author] : null },
    };
  },
  marxists: (scene) => marxistsHead(scene),
  blog: (scene) => {
    const named = scene.dice.chance(0.5);
    return {
      lines: [weekdayDate(scene), '', scene.title, ...(named ? ['', scene.work.author] : [])],
      truth: { title: scene.title, online: iso(scene.day), authors: named ? [scene.work.author] : null },
    };
  },
  newspaper: ({ work, title, english, dice }) => {
    const by = english ? dice.pick([`By ${work.author}`, `by ${work.author}`]) : `Par ${work.author}`;
    return { lines: [title, ...gap(dice), by], truth: { title, authors: [work.author] } };
  },
  gutenberg: (scene) => {
    const { work, english } = scene;
    const lines = [
      `Title: ${work.title}`,
      '',
      `Author: ${work.author}`,
      '',
      `Release Date: ${inWords(scene.day, { ...scene, english: true })}`,
      '',
      `Language: ${english ? 'English' : 'French'}`,
    ];
    return { lines, truth: { title: work.title, authors: [work.author], online: iso(scene.day) } };
  },
  meta: (scene) => {
    const { work, dice } = scene;
    const lines = [`<title>${work.title}</title>`, `<meta name="author" content="${work.author}">`];
    const dated = dice.chance(0.5);
    return {
      lines: dated ? [...lines, `<meta name="date" content="${iso(scene.day)}">`] : lines,
      truth: { title: work.title, authors: [work.author], online: dated ? iso(scene.day) : null },
    };
  },
  'dublin-core': ({ work, dice }) => {
    const [mark, sign] = dice.pick([
      ['DC.', ': '],
      ['dc:', ': '],
      ['DC.', ' = '],
    ] as const);
    return {
      lines: [
        `${mark}title${sign}${work.title}`,
        `${mark}creator${sign}${work.author}`,
        `${mark}language${sign}${work.language}`,
      ],
      truth: { title: work.title, authors: [work.author] },
    };
  },
  tei: ({ work }) => ({
    lines: [
      '<teiHeader>',
      '<titleStmt>',
      `<title>${work.title}</title>`,
      `<author>${work.author}</author>`,
      '</titleStmt>',
      '</teiHeader>',
    ],
    truth: { title: work.title, authors: [work.author] },
  }),
  keys: ({ work, english, dice }) => {
    const [title, author, written, colon] = english
      ? ['Title', 'Author', 'Written', ':']
      : ['Titre', 'Auteur', 'Écrit en', '\u00a0:'];
    const dated = work.written !== null && work.written.length === 4 && dice.chance(0.6);
    return {
      lines: [
        `${title}${colon} ${work.title}`,
        `${author}${colon} ${work.author}`,
        ...(dated ? [`${written}${colon} ${work.written}`] : []),
      ],
      truth: { title: work.title, authors: [work.author], written: dated ? work.written : null },
    };
  },
  'front-matter': ({ work, dice }) => {
    const key = dice.pick(['author', 'authors']);
    return {
      lines: [
        '---',
        `title: ${/[:#]/.test(work.title) ? `"${work.title}"` : work.title}`,
        key === 'author' ? `author: ${work.author}` : `authors:\n  - ${work.author}`,
        ...(work.written ? [`written: "${work.written}"`] : []),
        '---',
      ].flatMap((line) => line.split('\n')),
      truth: { title: work.title, authors: [work.author], written: work.written },
    };
  },
  markdown: ({ work, english, dice }) => {
    const by = dice.pick([
      `*${english ? 'by' : 'par'} ${work.author}*`,
      `${english ? 'By' : 'Par'} ${work.author}`,
      `**${work.author}**`,
    ]);
    return { lines: [`# ${work.title}`, '', by], truth: { title: work.title, authors: [work.author] } };
  },
};

/** The page of an archive: author, title, and a block of sources, each line of it used or not. */
function marxistsHead(scene: Scene): Printed {
  const { work, english, dice, person, title } = scene;
  const truth: { -readonly [K in keyof PrintedMetadata]?: PrintedMetadata[K] } = { title, authors: [work.author] };
  const block: string[] = [];
  const colon = english ? ':' : '\u00a0:';
  if (work.written && dice.chance(0.6)) {
    const about = work.written.length === 4 && dice.chance(0.3);
    block.push(
      `${english ? 'Written' : dice.pick(['Rédaction', 'Écrit'])}${colon} ${about ? (english ? 'c. ' : 'vers ') : ''}${edtfInWords(work.written, scene)}${dice.pick(['.', '', ';'])}`,
    );
    truth.written = about ? `${work.written}~` : work.written.slice(0, 10);
  }
  if (work.firstPublished && dice.chance(0.75)) {
    const where = dice.chance(0.4) ? `, ${work.source}` : '';
    block.push(
      `${english ? dice.pick(['First Published', 'First published', 'Published']) : dice.pick(['Première publication', 'Première édition', 'Publié'])}${colon} ${edtfInWords(work.firstPublished, scene)}${where}${dice.pick(['.', ''])}`,
    );
    truth.firstPublished = work.firstPublished;
  }
  block.push(`Source${colon} ${work.source}.`);
  if (dice.chance(0.6))
    block.push(
      english
        ? `${dice.pick(['Transcribed by', 'Transcribed', 'Transcription/HTML Markup', 'HTML Markup'])}: ${person}`
        : `${dice.pick(['Transcription', 'Transcription et HTML', 'Numérisation'])}${colon} ${person}`,
    );
  if (dice.chance(0.5)) {
    block.push(
      `${english ? dice.pick(['Online Version', 'Put online', 'Online']) : dice.pick(['Mise en ligne', 'Version en ligne'])}${colon} ${inWords(scene.day, scene)}`,
    );
    truth.online = iso(scene.day);
  }
  if (english && dice.chance(0.3))
    block.push(
      'Public Domain: Marxists Internet Archive (2005). You may freely copy, distribute, display and perform this work.',
    );
  const names = dice.chance(0.5) ? [work.author, '', title] : [title, '', work.author];
  return { lines: [...names, '', ...block], truth };
}

const gap = (dice: Dice): string[] => (dice.chance(0.5) ? [''] : []);
