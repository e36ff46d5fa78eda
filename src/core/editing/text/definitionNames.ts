const modifiers =
  '(?:(?:export|default|declare|public|private|protected|internal|static|abstract|final|override|virtual|async|sealed|open|inline|extern|unsafe|suspend|readonly|partial|local|pub(?:\\([^)]*\\))?|data|required|mutating|fileprivate|const(?=\\s+(?:fn|enum|unsafe|async|extern)\\b))\\s+)*';
const word = '[\\p{L}_$][\\p{L}\\p{N}_$]*';

/** How definitions begin, whatever the language. The group is the name. */
const heads: readonly RegExp[] = [
  // function f, def f, fn f, func f, fun f, sub f, class C, struct S, …
  new RegExp(
    `^\\s*${modifiers}(?:function\\s*\\*?|def|defp|defmodule|fn|func|fun|sub|class|struct|enum\\s+(?:class|struct)|enum|interface|trait|protocol|record|object|module|namespace|extension|union|macro_rules!|type)\\s+(?:\\([^)]*\\)\\s*)?((?:${word}[.:])*${word}[!?]?)`,
    'u',
  ),
  // impl T for S
  /^\s*(?:unsafe\s+)?(impl\b[^{;]*?)\s*(?:where\b.*)?\{?\s*$/u,
  // const f =, NAME =
  new RegExp(`^\\s*${modifiers}(?:const|let|var|val|static)\\s+(?:mut\\s+)?(${word})\\s*(?::[^=]*)?=(?![=>])`, 'u'),
  new RegExp(`^(${word})\\s*(?::[^=]*)?=(?![=>])`, 'u'),
  // create table t
  /^\s*create\s+(?:or\s+replace\s+)?(?:unique\s+)?(?:table|view|function|procedure|index|trigger|type)\s+(?:if\s+not\s+exists\s+)?["`[]?([\w.]+)/i,
];

/** A method without a keyword: `name(…) {`, `Type name(…) {`, and so in a shell. The line must open a block. */
const method = new RegExp(
  `^\\s*${modifiers}(?:(?:get|set)\\s+)?(?:[\\p{L}_$][\\p{L}\\p{N}_$<>\\[\\],.:*&? ]*\\s[*&]?)?\\*?(#?(?:${word}::)*~?${word})\\s*(?:<[^>(]*>)?\\(`,
  'u',
);
const notNames =
  /^(?:if|for|while|switch|catch|with|return|else|elif|do|try|new|await|throw|match|when|using|lock|foreach|until|unless|sizeof|assert|yield|super|print|echo)$/;

/** A longer line was not written by hand, and holds many definitions if any. */
const longestHead = 2_000;

const style = /^\s*([^\s@/{}][^{}]*?|@[\w-]+[^{};]*?)\s*\{\s*$/;
const key = /^(?:"([^"]+)"|'([^']+)'|([\w./-]+)):(?:\s|$)/;
const setting = /^\s*([\w.-]+)\s*=/;

/** Languages in which definitions begin in a way of their own. */
const ownHeads: Readonly<Record<string, RegExp>> = {
  css: style,
  scss: style,
  less: style,
  yaml: key,
  dockercompose: key,
  toml: setting,
  ini: setting,
  properties: setting,
  makefile: /^([\w./%-]+(?:\s+[\w./%-]+)*)\s*:(?!=)|^(\w+)\s*[:?+]?=/,
  json: /^\s*"([^"]+)"\s*:/,
  jsonc: /^\s*"([^"]+)"\s*:/,
  plaintext: /^(?!)/,
};

/** The name of the definition that begins at this line; undefined if none does. */
export function nameAt(contents: readonly string[], at: number, languageId: string): string | undefined {
  const content = contents[at] ?? '';
  if (content.length > longestHead) return undefined;
  const own = ownHeads[languageId];
  if (own)
    return own
      .exec(content)
      ?.slice(1)
      .find((name) => name !== undefined);
  for (const head of heads) {
    const name = head.exec(content)?.[1];
    if (name !== undefined && !notNames.test(name)) return name.replace(/\s+/g, ' ');
  }
  const name = method.exec(content)?.[1];
  return name !== undefined && !notNames.test(name) && opensBlock(contents, at) ? name : undefined;
}

/** Whether the parameters that begin on this line are followed by a block. */
function opensBlock(contents: readonly string[], at: number): boolean {
  for (let line = at; line < Math.min(contents.length, at + 30); line += 1) {
    const content = (contents[line] ?? '').replace(/\/\/.*$/, '').trimEnd();
    if (content.endsWith('{') || /\{.*\}$/.test(content))
      return !/(?:=>|=|\()\s*\{$/.test(content) && !/^\s*(?:return|await)\b/.test(content);
    if (/[;,]$/.test(content) && line === at && !/\([^)]*$/.test(content)) return false;
    if (/\)\s*(?:->[^{]*|:[^{]*)?$/.test(content)) return /^\s*\{\s*$/.test(contents[line + 1] ?? '');
    if (content.endsWith(';')) return false;
  }
  return false;
}
