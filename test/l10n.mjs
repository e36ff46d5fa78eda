/**
 * `npm run l10n` writes l10n/bundle.l10n.json: every text of the host and of the panel that is translated, as translators
 * get them. `npm test lint` runs it with `--check`: it fails where the file and the code differ.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const target = fileURLToPath(new URL('l10n/bundle.l10n.json', root));
const files = ['src', 'media']
  .flatMap((folder) => readdirSync(new URL(folder, root), { recursive: true }).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.ts'))
  .sort();
const sources = files.map((file) => ({ file, contents: readFileSync(new URL(file, root), 'utf8') }));
// Texts are found by the name `l10n.t`: a shorter name for it hides them from translators.
const hidden = sources.filter(({ contents }) => /\{[^}]*\bt\b[^}]*\} = (vscode\.)?l10n\b/.test(contents));
for (const { file } of hidden) console.error(`${file} gives l10n.t another name. Call l10n.t itself.`);
const { getL10nJson } = await importFastL10n();
const texts = await getL10nJson(sources.map(({ contents }) => ({ extension: '.ts', contents })));
const sorted = Object.fromEntries(Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1)));
const wanted = `${JSON.stringify(sorted, null, 2)}\n`;

if (process.argv.includes('--check')) {
  if (wanted !== read()) {
    console.error('The texts in the code differ from l10n/bundle.l10n.json. Run `npm run l10n` and commit the file.');
    process.exitCode = 1;
  }
  if (hidden.length > 0) process.exitCode = 1;
} else {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, wanted);
}

/**
 * @vscode/l10n-dev has tree-sitter compile its two queries again for each file, which takes longer than all the rest. Here each
 * is compiled once.
 */
async function importFastL10n() {
  // Before it is started, which puts something else in the place of its exports.
  const Parser = createRequire(import.meta.resolve('@vscode/l10n-dev'))('web-tree-sitter');
  const l10n = await import('@vscode/l10n-dev');
  await Parser.init();
  const { prototype } = Parser.Language;
  const compile = prototype.query;
  if (typeof compile !== 'function') throw new Error('web-tree-sitter has no Language.query any more');
  const compiled = new Map();
  prototype.query = function (source) {
    const ofLanguage = compiled.get(this) ?? new Map();
    compiled.set(this, ofLanguage);
    if (!ofLanguage.has(source)) ofLanguage.set(source, compile.call(this, source));
    return ofLanguage.get(source);
  };
  return l10n;
}

function read() {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return '';
  }
}
