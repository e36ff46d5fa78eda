/** All languages that are coloured, and one that is not. */
const languages = [
  ...'bash c cpp csharp css diff dockerfile go ini java javascript json kotlin makefile markdown php powershell'.split(
    ' ',
  ),
  ...'python ruby rust scss shell sql swift typescript xml yaml html vue constructor __proto__'.split(' '),
];

/** What patterns go back and forth over: openings that never close, in lines short enough to be coloured. */
const attacks = [
  '((((a',
  '<a ',
  '"\\\\',
  "'",
  '/*',
  '$(',
  'f"{',
  '{{',
  '<!--',
  '`${',
  '#{',
  '@a.',
  '-- ',
  '0x',
  '<<E',
  '[',
  'a.b',
];

/** Code that takes long to colour or says it is something else, in each language. */
export function hostileCode(): readonly string[] {
  const lines = attacks.flatMap((attack) => [attack.repeat(480 / attack.length), attack.repeat(30)]);
  const code = [
    ...lines,
    '<img src=x onerror=globalThis.pwned(1)>',
    '</code></pre><script>globalThis.pwned(1)</script>',
  ];
  return languages.map((language) => `\`\`\`${language}\n${code.join('\n')}\n\`\`\``);
}
