import { between, pick, type Random, several } from './pick';
import { name, phrase } from './prose';

export type CodeLanguage = 'ts' | 'python' | 'json' | 'bash';

type Piece = (random: Random) => string;

/** A few lines each, which make sense in any order. */
const pieces: Readonly<Record<CodeLanguage, readonly Piece[]>> = {
  ts: [
    (r) => `import { ${name(r)} } from './${name(r)}';`,
    (r) => `// ${phrase(7, r)}`,
    (r) => `export interface ${typeName(r)} {\n  readonly ${name(r)}: string;\n  ${name(r)}?: readonly number[];\n}`,
    (r) =>
      `export async function ${name(r)}(${name(r)}: string, limit = ${between(1, 99, r)}): Promise<number> {\n` +
      `  const found = await ${name(r)}(\`/items/\${limit}\`);\n` +
      `  if (found === undefined) throw new Error('${phrase(3, r)}');\n` +
      `  for (const item of found.values()) {\n    total += item.${name(r)} * ${between(2, 9, r)}; // ${phrase(4, r)}\n  }\n` +
      '  return total;\n}',
    (r) => `const ${name(r)} = /^[a-z]+(\\d{2})$/u.test(${name(r)}) ? ${between(0, 9, r)} : null;`,
    () => '',
  ],
  python: [
    (r) => `import ${name(r)}`,
    (r) => `# ${phrase(8, r)}`,
    (r) =>
      `def ${name(r)}(self, ${name(r)}: int = ${between(1, 99, r)}) -> list[str]:\n    """${phrase(6, r)}"""\n` +
      `    return [f"{item:>{${between(2, 9, r)}}}" for item in self.${name(r)} if item is not None]`,
    (r) => `@dataclass\nclass ${typeName(r)}:\n    ${name(r)}: float = ${between(1, 99, r)}.5\n    ok: bool = True`,
    (r) => `with open("${name(r)}.txt") as file:\n    print(len(file.read()), file=sys.stderr)`,
    () => '',
  ],
  json: [
    (r) => `  "${name(r)}": { "enabled": ${flag(r)}, "limit": ${between(1, 9999, r)}, "note": "${phrase(5, r)}" },`,
    (r) => `  "${name(r)}": [${several(between(2, 6, r), () => between(0, 500, r)).join(', ')}],`,
    (r) => `  "${name(r)}": null,`,
  ],
  bash: [
    (r) => `# ${phrase(6, r)}`,
    (r) => `npm run ${name(r)} -- --${name(r)}=${between(1, 99, r)} | tee "$HOME/${name(r)}.log"`,
    (r) => `if [ -z "$${name(r).toUpperCase()}" ]; then\n  echo '${phrase(4, r)}' >&2\n  exit ${between(1, 9, r)}\nfi`,
    (r) => `for file in src/*.${pick(['ts', 'py', 'json'], r)}; do grep -c '${phrase(1, r)}' "$file"; done`,
  ],
};

export const codeLanguages: readonly CodeLanguage[] = ['ts', 'python', 'json', 'bash'];

/** Code without a fence around it, ending with a line break. */
export function code(language: CodeLanguage, pieceCount: number, random: Random): string {
  const lines = `${several(pieceCount, () => pick(pieces[language], random)(random)).join('\n')}\n`;
  return language === 'json' ? `{\n${lines}  "end": true\n}\n` : lines;
}

export function fence(language: CodeLanguage, pieceCount: number, random: Random): string {
  return `\`\`\`${language}\n${code(language, pieceCount, random)}\`\`\`\n`;
}

function typeName(random: Random): string {
  const text = name(random);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function flag(random: Random): string {
  return random() < 0.5 ? 'true' : 'false';
}
