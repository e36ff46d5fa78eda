/** Something a person would name when describing a file. */
export interface OutlineItem {
  readonly kind: 'function' | 'class' | 'interface' | 'type';
  readonly name: string;
  /** One-based, within the code that was sent. */
  readonly line: number;
  readonly parameters: readonly string[];
}

type Rule = readonly [kind: OutlineItem['kind'], pattern: RegExp];

/** First group: the name; second, where there is one: the parameters. Rules are tried in order, one hit per line. */
const rules: readonly Rule[] = [
  ['class', /^\s*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?(?:public\s+)?(?:class|struct)\s+(\w+)/],
  ['interface', /^\s*(?:export\s+|pub\s+|public\s+)?(?:interface|trait)\s+(\w+)/],
  ['type', /^\s*(?:export\s+|pub\s+)?(?:type|enum)\s+(\w+)/],
  ['function', /^\s*(?:export\s+)?(?:default\s+)?(?:async\s+)?function\s*\*?\s*(\w+)\s*(?:<[^(]*>)?\(([^)]*)/],
  ['function', /^\s*(?:export\s+)?(?:const|let|var)\s+(\w+)\s*(?::[^=]+)?=\s*(?:async\s*)?\(([^)]*)\)\s*(?::[^=]+)?=>/],
  ['function', /^\s*(?:async\s+)?def\s+(\w+)\s*\(([^)]*)/],
  ['function', /^\s*(?:pub(?:\([^)]*\))?\s+)?(?:async\s+)?fn\s+(\w+)\s*(?:<[^(]*>)?\(([^)]*)/],
  ['function', /^\s*func\s+(?:\([^)]*\)\s*)?(\w+)\s*\(([^)]*)/],
  [
    'function',
    /^\s+(?:(?:public|private|protected|static|async|override|readonly|get|set)\s+)*#?(\w+)\s*(?:<[^(]*>)?\(([^)]*)\)\s*(?::\s*[^{]+)?\{\s*$/,
  ],
];
const notNames = new Set(['if', 'for', 'while', 'switch', 'catch', 'return', 'function', 'with']);

export function outlineOf(code: string): readonly OutlineItem[] {
  return code.split('\n').flatMap((text, index) => {
    for (const [kind, pattern] of rules) {
      const [, name, parameters = ''] = pattern.exec(text) ?? [];
      if (name !== undefined && !notNames.has(name)) {
        return [{ kind, name, line: index + 1, parameters: parameterNames(parameters) }];
      }
    }
    return [];
  });
}

export function importsIn(code: string): readonly string[] {
  const patterns = [/^\s*import\b.*?['"]([^'"]+)['"]/, /require\(['"]([^'"]+)['"]\)/, /^\s*(?:import|from)\s+([\w.]+)/];
  const found = code.split('\n').flatMap((line) => {
    const module = patterns.map((pattern) => pattern.exec(line)?.[1]).find((name) => name !== undefined);
    return module === undefined ? [] : [module];
  });
  return [...new Set(found)];
}

function parameterNames(list: string): readonly string[] {
  const names = list.split(',').map((part) => /^\s*(?:\.\.\.|\*{0,2}|mut\s+|&)?\s*(\w+)/.exec(part)?.[1]);
  return names.filter((name) => name !== undefined);
}
