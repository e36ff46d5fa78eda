/** Names that mean one language, or languages whose code passes for one another. The first is VS Code's id. */
const families: readonly (readonly string[])[] = [
  [
    'typescript',
    'ts',
    'mts',
    'cts',
    'tsx',
    'typescriptreact',
    'javascript',
    'js',
    'mjs',
    'cjs',
    'jsx',
    'javascriptreact',
  ],
  ['python', 'py', 'py3', 'python3', 'pyi', 'pycon'],
  ['shellscript', 'sh', 'bash', 'zsh', 'shell', 'console', 'terminal', 'fish'],
  ['powershell', 'ps1', 'pwsh'],
  ['bat', 'cmd', 'batch'],
  ['markdown', 'md', 'mdx', 'mdown'],
  ['json', 'jsonc', 'json5', 'jsonl'],
  ['yaml', 'yml', 'dockercompose'],
  ['c', 'cpp', 'h', 'hpp', 'c++', 'cc', 'cxx', 'objective-c', 'objective-cpp', 'cuda-cpp', 'arduino', 'ino'],
  ['csharp', 'cs', 'c#'],
  ['html', 'htm', 'xhtml', 'vue', 'svelte', 'xml', 'svg', 'handlebars', 'razor'],
  ['css', 'scss', 'sass', 'less'],
  ['rust', 'rs'],
  ['go', 'golang'],
  ['ruby', 'rb', 'erb'],
  ['php'],
  ['java'],
  ['kotlin', 'kt', 'kts'],
  ['swift'],
  ['scala', 'sc'],
  ['sql', 'mysql', 'postgresql', 'postgres', 'plsql', 'sqlite'],
  ['lua'],
  ['perl', 'pl'],
  ['r'],
  ['julia', 'jl'],
  ['haskell', 'hs'],
  ['elixir', 'ex', 'exs'],
  ['dockerfile', 'docker'],
  ['makefile', 'make', 'mk'],
  ['toml', 'ini', 'cfg', 'properties'],
  ['diff', 'patch', 'udiff'],
  ['plaintext', 'text', 'txt', 'output', 'log'],
];

const familyOf = new Map(families.flatMap((names) => names.map((name) => [name, names[0]] as const)));

/**
 * Whether what a fence names can be the code of a document. Unknown names are no proof of another language, and
 * neither are none at all.
 */
export function mayBe(info: string, languageId: string): boolean {
  const named = familyOf.get(nameIn(info));
  return named === undefined || named === (familyOf.get(languageId.toLowerCase()) ?? languageId);
}

export function isPatchName(info: string): boolean {
  return familyOf.get(nameIn(info)) === 'diff';
}

/** Languages whose documents hold fences of their own. */
export function isMarkdown(languageId: string): boolean {
  return familyOf.get(languageId.toLowerCase()) === 'markdown' || languageId === 'quarto' || languageId === 'rmd';
}

/** The language in what follows a fence: `ts`, `ts:src/a.ts`, `ts title="a"`, `{.python}`; of a file name, its ending. */
function nameIn(info: string): string {
  const word = /^[{.]*([^\s:{}=,]+)/.exec(info.trim())?.[1]?.toLowerCase() ?? '';
  return word.slice(word.lastIndexOf('.') + 1);
}
