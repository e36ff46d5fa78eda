import type { CodeBlock } from './codeBlock';
import { outlineOf } from './codeOutline';

/** One thing that can be asked of a piece of code. Returns it unchanged when there is nothing to do. */
interface Rewrite {
  readonly asked: RegExp;
  readonly apply: (code: string, match: RegExpExecArray, language: string) => string;
}

const rewrites: readonly Rewrite[] = [
  {
    asked: /\brename\s+[`'"]?([\w$]+)[`'"]?\s+(?:to|into|as)\s+[`'"]?([\w$]+)/gi,
    apply: (code, [, from = '', to = '']) => code.replace(wholeWord(from), to.replaceAll('$', '$$$$')),
  },
  { asked: /\b(?:remove|delete|drop)\b[^.\n]*\b(?:console|logging|log statements?)\b/gi, apply: withoutLogging },
  { asked: /\b(?:remove|delete|strip)\b[^.\n]*\bcomments?\b/gi, apply: withoutLineComments },
  { asked: /\bvar\b|\bconst\b|\bmodern/gi, apply: (code) => withoutVar(code) },
  {
    asked: /\b(?:add|write|with)\b[^.\n]*\b(?:docs?|jsdoc|docstrings?|documentation|comments?)\b|^document\b/gim,
    apply: (code, _, language) => documented(code, language),
  },
  { asked: /\b(?:upper-?case)\b/gi, apply: (code) => code.toUpperCase() },
  {
    asked: /\bindent with tabs\b/gi,
    apply: (code) => code.replace(/^ +/gm, (spaces) => '\t'.repeat(spaces.length / 2)),
  },
  // What a model was talked into, which must not get by unseen: text that runs in another order than it shows.
  { asked: /\bTrojan\b/g, apply: (code) => code.replace(/$/m, ' // \u202E \u2066begin admins only\u2069') },
];

/** What becomes of a piece of code by an instruction. */
export function replacementFor({ code, language }: CodeBlock, instruction: string): string {
  let result = code;
  for (const { asked, apply } of rewrites) {
    for (const match of instruction.matchAll(asked)) result = apply(result, match, language);
  }
  if (result !== code) return result;
  const modern = withoutVar(code);
  return modern === code ? documented(code, language) : modern;
}

function wholeWord(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${name.replace(/[$]/g, '\\$&')}(?![\\w$])`, 'g');
}

/** `let` where the name is assigned again, or declared without a value; else `const`. */
function withoutVar(code: string): string {
  return code.replace(
    /\bvar(\s+)([\w$]+)(\s*)(?=(.?))/g,
    (_, gap: string, name: string, after: string, next: string) => {
      const word = wholeWord(name).source;
      const assigned = new RegExp(`${word}\\s*(?:[-+*/%&|^?]{0,3}=(?![=>])|\\+\\+|--)|(?:\\+\\+|--)${word}`, 'g');
      const again = [...code.matchAll(assigned)].length > (next === '=' ? 1 : 0);
      return `${next !== '=' || again ? 'let' : 'const'}${gap}${name}${after}`;
    },
  );
}

function withoutLogging(code: string): string {
  const lines = code.split('\n');
  return lines.filter((line) => !/^\s*(console\.\w+\(.*\);?|print\(.*\))\s*$/.test(line)).join('\n');
}

function withoutLineComments(code: string): string {
  return code
    .split('\n')
    .filter((line) => !/^\s*(\/\/|#(?!!|include|\[)|\/\*.*\*\/\s*$)/.test(line))
    .join('\n');
}

/** Puts a comment over the first declaration, at its indentation and in the syntax of its language. */
function documented(code: string, language: string): string {
  if (language === 'json') return reformatted(code);
  const lines = code.split('\n');
  const item = outlineOf(code).find(({ line }) => !isComment(lines[line - 2] ?? ''));
  const at = item
    ? item.line - 1
    : Math.max(
        0,
        lines.findIndex((line) => line.trim() !== ''),
      );
  const indent = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
  const words = item ? `${readable(item.name)}${takes(item.parameters)}.` : 'Reviewed on the local test server.';
  return [...lines.slice(0, at), indent + comment(words, language), ...lines.slice(at)].join('\n');
}

function isComment(line: string): boolean {
  return /^\s*(\/\/|\/\*|\*|#|--|<!--)/.test(line);
}

/** JSON takes no comments; its layout is all that can change. */
function reformatted(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, json.includes('\n') ? 0 : 2);
  } catch {
    return json;
  }
}

function comment(words: string, language: string): string {
  if (['python', 'ruby', 'bash', 'yaml', 'toml', 'r', 'perl', 'dockerfile', 'makefile'].includes(language))
    return `# ${words}`;
  if (['html', 'xml', 'markdown', 'vue', 'svelte'].includes(language)) return `<!-- ${words} -->`;
  if (['sql', 'lua', 'haskell'].includes(language)) return `-- ${words}`;
  return language === 'css' ? `/* ${words} */` : `/** ${words} */`;
}

/** `readFile` becomes "Read file". */
function readable(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function takes(parameters: readonly string[]): string {
  return parameters.length > 0 ? `, given ${parameters.join(' and ')}` : '';
}
