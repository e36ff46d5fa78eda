/**
 * `npm run texts` prints every text that people see, with its place, so that they can be read in one go: those of
 * package.json by their keys, those of the code by file and line. `--json` prints them for programs.
 */
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const read = (file) => readFileSync(new URL(file, root), 'utf8');
const codeFiles = ['src', 'media']
  .flatMap((folder) => readdirSync(new URL(folder, root), { recursive: true }).map((file) => `${folder}/${file}`))
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();

const texts = [
  ...Object.entries(JSON.parse(read('package.nls.json'))).map(([key, text]) => ({
    file: 'package.nls.json',
    at: key,
    text,
  })),
  ...codeFiles.flatMap(textsOf),
];

if (process.argv.includes('--json')) console.log(JSON.stringify(texts));
else {
  let file = '';
  for (const text of texts) {
    if (text.file !== file) console.log(`\n${text.file}`);
    file = text.file;
    console.log(`  ${String(text.at).padEnd(file.endsWith('.json') ? 36 : 5)} ${text.text.replaceAll('\n', '\\n')}`);
  }
  console.log(`\n${texts.length} texts`);
}

/** The texts given to `l10n.t`, in their order: as `l10n.t('…')`, or as `l10n.t({ message: '…', comment: … })`. */
function textsOf(file) {
  const contents = read(file);
  const call = /\bl10n\.t\(\s*(?:\{\s*message:\s*)?(?=['"`])/g;
  return [...contents.matchAll(call)].map((found) => ({
    file,
    at: contents.slice(0, found.index).split('\n').length,
    text: literalAt(contents, found.index + found[0].length),
  }));
}

/** The value of a string literal. None of ours holds an expression: translators would not get it. */
function literalAt(contents, start) {
  const quote = contents[start];
  let end = start + 1;
  while (contents[end] !== quote) end += contents[end] === '\\' ? 2 : 1;
  const inner = contents.slice(start + 1, end);
  const escapes = { n: '\n', t: '\t' };
  return inner.replace(/\\(u\{([\da-f]+)\}|u([\da-f]{4})|.)/gis, (_, one, long, short) =>
    long || short ? String.fromCodePoint(Number.parseInt(long ?? short, 16)) : (escapes[one] ?? one),
  );
}
