import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

/** What each place may import, besides its own folder. This table is the architecture. */
const allowed: readonly { readonly files: string; readonly imports: RegExp }[] = [
  { files: 'src/protocol.ts', imports: /^$/ },
  { files: 'src/panelWords.ts', imports: /^$/ },
  { files: 'src/manifest.ts', imports: /^$/ },
  { files: 'src/markdown/**/*.ts', imports: /^(src\/markdown\/|markdown-it$)/ },
  { files: 'src/diagrams/**/*.ts', imports: /^(src\/(diagrams\/|protocol$)|@dagrejs\/dagre$)/ },
  { files: 'src/core/**/*.ts', imports: /^src\/(core\/|protocol$)/ },
  { files: 'src/gemini/**/*.ts', imports: /^(src\/(gemini\/|core\/|manifest$)|@google\/genai\/web$)/ },
  {
    files: 'src/host/**/!(nodeFile*|diagramWorker*).ts',
    imports: /^(src\/(host\/|core\/|markdown\/|manifest$|protocol$|panelWords$)|vscode$|jsonc-parser$)/,
  },
  { files: 'src/host/diagrams/diagramWorker*.ts', imports: /^(src\/diagrams\/drawDiagram|node:worker_threads)$/ },
  { files: 'src/host/nodeFile*.ts', imports: /^(src\/(host\/nodeFile|core\/)|node:)/ },
  {
    files: 'media/**/*.ts',
    imports: /^(media\/|src\/(protocol$|panelWords$|markdown\/)|markdown-it$|highlight\.js(\/|$)|katex$)/,
  },
];

/** The only files of the host that may touch what Node alone has. */
const nodeFiles = [
  'src/host/environment.ts',
  ...globSync('src/host/nodeFile*.ts'),
  ...globSync('src/host/diagrams/diagramWorker*.ts'),
];

function importsOf(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, path = '']) =>
    path.startsWith('.') ? new URL(path, `file:///${file}`).pathname.slice(1) : path,
  );
}

describe('boundaries', () => {
  for (const { files, imports } of allowed) {
    it(`${files} imports only its own side`, () => {
      const found = globSync(files);
      assert.notEqual(found.length, 0, `no files match ${files}`);
      for (const file of found) {
        for (const path of importsOf(file)) assert.match(path, imports, `${file} imports ${path}`);
      }
    });
  }

  it('core, gemini and host use nothing that only Node has', () => {
    for (const file of globSync('src/**/*.ts').filter((name) => !nodeFiles.includes(name))) {
      assert.doesNotMatch(readFileSync(file, 'utf8'), /\b(process\.|Buffer\.|__dirname|require\()/, file);
    }
  });

  it('no file is longer than 300 lines', () => {
    for (const file of globSync('{src,media,test}/**/*.ts')) {
      assert.ok(readFileSync(file, 'utf8').split('\n').length <= 300, file);
    }
  });
});
