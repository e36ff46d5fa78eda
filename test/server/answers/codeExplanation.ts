import { type CodeBlock, fenced } from './codeBlock';
import { importsIn, type OutlineItem, outlineOf } from './codeOutline';

/** Describes code by what is really in it. */
export function explain(block: CodeBlock): string {
  const lines = block.code.split('\n');
  const outline = outlineOf(block.code).map((item) => ({ ...item, line: item.line + block.firstLine - 1 }));
  const subject = block.file ? `\`${block.file}\`` : 'This code';
  const language = block.language === '' ? 'text' : displayName(block.language);
  const parts = [
    `${subject} is ${lines.length} ${lines.length === 1 ? 'line' : 'lines'} of ${language}${place(block)}.`,
    outline.length > 0 ? `It declares ${sentenceList(outline.map(described))}.` : 'It declares no functions or types.',
    outline.length > 0 ? table(outline) : '',
    dependencies(block.code),
    flow(lines),
    outline[0] ? `The place to start reading is line ${outline[0].line}:\n\n${excerpt(block, outline[0])}` : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function place({ firstLine, code }: CodeBlock): string {
  return firstLine === 1 ? '' : `, from line ${firstLine} to ${firstLine + code.split('\n').length - 1}`;
}

function described(item: OutlineItem): string {
  return `the ${item.kind} \`${item.name}\``;
}

function table(outline: readonly OutlineItem[]): string {
  const rows = outline.map(({ kind, name, line, parameters }) => {
    const takes = kind === 'function' ? parameters.map((parameter) => `\`${parameter}\``).join(', ') || 'nothing' : '';
    return `| \`${name}\` | ${kind} | ${line} | ${takes} |`;
  });
  return ['| Name | Kind | Line | Takes |', '| --- | --- | ---: | --- |', ...rows].join('\n');
}

function dependencies(code: string): string {
  const modules = importsIn(code);
  return modules.length === 0 ? '' : `It depends on ${sentenceList(modules.map((module) => `\`${module}\``))}.`;
}

/** Observations a reader can check by counting. */
function flow(lines: readonly string[]): string {
  const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
  const facts = [
    [count(/\bif\b|\bmatch\b|\bswitch\b/), 'branch', 'branches'],
    [count(/\b(for|while|loop)\b|\.(map|filter|forEach|reduce)\(/), 'loop', 'loops'],
    [count(/\breturn\b/), 'return', 'returns'],
    [count(/\bawait\b/), 'await', 'awaits'],
    [count(/\b(TODO|FIXME)\b/), 'open TODO', 'open TODOs'],
  ] as const;
  const present = facts.filter(([number]) => number > 0);
  return present.map(([number, one, many]) => `- ${number} ${number === 1 ? one : many}`).join('\n');
}

function excerpt({ code, language, firstLine }: CodeBlock, item: OutlineItem): string {
  return fenced(
    code
      .split('\n')
      .slice(item.line - firstLine, item.line - firstLine + 3)
      .join('\n'),
    language,
  );
}

function displayName(language: string): string {
  const special: Readonly<Record<string, string>> = {
    typescript: 'TypeScript',
    javascript: 'JavaScript',
    csharp: 'C#',
    cpp: 'C++',
    json: 'JSON',
    css: 'CSS',
    html: 'HTML',
    sql: 'SQL',
    yaml: 'YAML',
  };
  return special[language] ?? language.charAt(0).toUpperCase() + language.slice(1);
}

function sentenceList(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
