/** Lines and pieces of lines that mean something, or nearly. A document is a row of them. */
const snippets: readonly string[] = [
  ...['\n', '\n\n', '\n\n\n', '\r\n', '\r', ' ', '  ', '    ', '\t', '  \n', '\\\n', '\0'],
  ...['word', 'two words', 'a\nb', 'é😀', '\u00a0', '\u2028', '\ud83d', '. ', ', ', '!'],
  ...['# ', '## h\n', '#', '###### six #\n', '===\n', '---\n', '--', '-\n', '=\n', '***\n', '_ _ _\n'],
  ...[
    '- ',
    '- a\n',
    '* b\n',
    '+ c\n',
    '1. ',
    '1. one\n',
    '2) two\n',
    '10. ten\n',
    '-',
    '  - in\n',
    '    - deep\n',
    '-\n\n',
  ],
  ...['- [ ] todo\n', '- [x] done\n', '[ ]', '- a\n\n- b\n', '- a\n\n  b\n', '  more\n', '   three\n'],
  ...['> ', '> q\n', '>\n', '>> qq\n', '> - ql\n', '> # qh\n', '> ```\n', '>\tt\n', 'lazy\n'],
  ...[
    '```\n',
    '```js\n',
    '````\n',
    '~~~\n',
    '~~~ x y\n',
    '``',
    '`',
    '`c`',
    '  ```\n',
    '    ```\n',
    '``` `\n',
    '- ```\n',
    '```md\n',
    '~~~ markdown a\n',
    '```sh\n',
    '   ~~~ c\n',
    '- ```ts\n',
  ],
  ...['|a|b|\n', '|-|-|\n', '|:-|-:|\n', '|c|\n', '|d|e|f|\n', 'x|y\n', '-|-\n', '|', '\\|', '|-|\n'],
  ...[
    '[a]',
    '[a]: /u\n',
    '[b]: /v "t"\n',
    "[c]: /w\n'title'\n",
    '[a][b]',
    '[',
    ']',
    '](',
    ')',
    '[b]: <x y>\n',
    '[A]:',
    '[^1]',
    '[^n] ',
    '[^1]: note\n',
    '[^N]:\n',
    '[^2]: - x\n',
    '/z\n',
  ],
  ...[
    '[t](http://x.y "z")',
    '![i](/p)',
    '![i][c]',
    '<http://a.b>',
    'http://c.d/e ',
    'https://f.g',
    '<b>',
    '<br>',
    '<br ',
    '/>',
    'x<br/>y',
    '</b>\n',
    '&amp;',
    '&#35;',
  ],
  ...['*', '**', '_', '__', '~~', '~', '*e*', '**s**', '***x***', '~~d~~', '\\*', '\\', 'a_b_c', '"', "'", '(t)'],
  ...['汉', '。', '「', '」**', '（x）', '\ud842\udfb7', '。\ufe01', '한', '**문**'],
  ...['\\(x\\)', '\\(', '\\)', '\\[', '\\]', '\\[\n', '\\]\n', '\\[ a=b \\]\n', '|$|x|$|\n', '|`a|b`|c|\n', '$|'],
  ...['$x$', '$a_b$ ', '$$y$$', ' $5 and $6 ', '$a *b*$', '$HOME'],
  ...['$$', '$$\n', '$$ x $$\n', '$', '$$\nx\n$$\n', '    code\n', '\tcode\n', '    \n', '<!-- c -->\n', '::'],
];

/** Numbers from 0 to 1 that are the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function randomDocument(random: () => number): string {
  if (random() < 0.007) return longDocument(random);
  const length = 1 + Math.floor(random() ** 2 * 60);
  // A few snippets that come again and again make tables and lists; all of them mixed make nothing but paragraphs.
  const few = Array.from({ length: 2 + Math.floor(random() * 10) }, () => pick(snippets, random));
  const source = random() < 0.7 ? few : snippets;
  return Array.from({ length }, () => pick(source, random)).join('');
}

/** A paragraph, list, quote or table that is so long that it is finished in parts. */
function longDocument(random: () => number): string {
  const starts = ['', '', '', '- ', '> ', '1. ', '|x|y|\n|-|-|\n', '[', '    '];
  const start = pick(starts, random);
  const inLine = snippets.filter((snippet) => !/[\n\r]/.test(snippet) && (snippet.length > 2 || random() < 0.2));
  const few = Array.from({ length: 3 + Math.floor(random() * 12) }, () => pick(inLine, random));
  const words = ['word ', 'and ', 'more, ', '**bold** ', '`code` ', '\n', '\n', ...few];
  const text = Array.from({ length: 200 + Math.floor(random() * 600) }, () => pick(words, random)).join('');
  return start + text.replace(/\n/g, random() < 0.5 ? '\n' : `\n${start.slice(0, 2)}`);
}

/** One line of 20 to 60 kB, whose markup is closed soon after it was opened. */
export function longParagraph(random: () => number): string {
  const words = [
    'word ',
    'and ',
    'more, ',
    'the end. ',
    'and then some more. ',
    '**two bold words** ',
    '`some code` ',
    '*not [a](/b) link* ',
  ];
  const all = [
    ...words,
    '![picture of it](/p) ',
    '~~gone~~ ',
    'a_b_c ',
    '2 * 3 ',
    '\\[ ',
    'https://a.test/b ',
    '\u{1f600} ',
  ];
  let text = 'It begins. ';
  for (const length = 20_000 + random() * 40_000; text.length < length; ) text += pick(all, random);
  return text.trimEnd();
}

/** The text in pieces cut anywhere, now short and now long. */
export function randomCuts(text: string, random: () => number): readonly string[] {
  const longest = 1 + Math.floor(random() * random() * 40);
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = from + 1 + Math.floor(random() * longest);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
