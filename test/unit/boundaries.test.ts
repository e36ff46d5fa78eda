import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What each place may import, besides its own folder. This table is the architecture. */
const allowed: readonly { readonly files: string; readonly imports: RegExp }[] = [
  // What core, host and panel all say of answers. Of core it uses types, and two files that use nothing themselves.
  { files: 'src/parts/**/*.ts', imports: /^src\/(parts\/|core\/(base\/(json|utf8)|interactions\/(content|steps))$)/ },
  { files: 'src/protocol/**/*.ts', imports: /^src\/(protocol|parts)\// },
  { files: 'src/manifest.ts', imports: /^$/ },
  { files: 'src/names.ts', imports: /^$/ },
  { files: 'src/markdown/**/*.ts', imports: /^(src\/markdown\/|markdown-it(-cjk-friendly)?$)/ },
  { files: 'src/diagrams/**/*.ts', imports: /^(src\/(diagrams\/|protocol\/)|@dagrejs\/dagre$)/ },
  { files: 'src/core/base/**/*.ts', imports: /^src\/core\/base\// },
  { files: 'src/core/interactions/**/*.ts', imports: /^src\/core\/(base|interactions)\// },
  {
    files: 'src/core/conversation/**/*.ts',
    imports: /^src\/(core\/(base|interactions|conversation)|parts|markdown)\//,
  },
  {
    files: 'src/core/storage/**/*.ts',
    imports: /^src\/(core\/(base|interactions|conversation|storage)|parts)\//,
  },
  {
    files: 'src/core/chat/**/*.ts',
    imports: /^src\/(core\/(base|interactions|models|conversation|storage|chat)|parts)\//,
  },
  {
    files: 'src/core/editing/**/*.ts',
    imports: /^(src\/(core\/(base|interactions|conversation|editing)|parts)\/|diff$)/,
  },
  { files: 'src/core/context/**/*.ts', imports: /^$/ },
  {
    files: 'src/core/attachments/**/*.ts',
    imports: /^src\/core\/(base|interactions|conversation|models|attachments)\//,
  },
  {
    files: 'src/core/googleFiles/**/*.ts',
    imports: /^src\/core\/(base|interactions|conversation|storage|chat|googleFiles)\//,
  },
  { files: 'src/core/models/**/*.ts', imports: /^src\/(core\/(interactions|models)|parts)\// },
  { files: 'src/core/usage/**/*.ts', imports: /^src\/core\/(base|interactions|storage|usage)\// },
  {
    files: 'src/core/inspection/**/*.ts',
    imports: /^src\/(core\/(base|interactions|conversation|chat|inspection)|parts)\//,
  },
  { files: 'src/core/privacy/**/*.ts', imports: /^(src\/core\/privacy\/|ignore$|picomatch\/posix$)/ },
  {
    files: 'src/core/{commit,terminal}/**/*.ts',
    imports: /^src\/(core\/(base|interactions|conversation|privacy|commit|terminal)|parts)\//,
  },
  {
    files: 'src/core/extraction/**/*.ts',
    imports: /^(src\/core\/(base|interactions|conversation|privacy|extraction)\/|ajv(\/dist\/2020)?$|jsonc-parser$)/,
  },
  {
    files: 'src/core/research/**/*.ts',
    imports: /^src\/(core\/(base|interactions|models|conversation|storage|research)|parts|markdown)\//,
  },
  {
    files: 'src/gemini/**/*.ts',
    imports: /^(src\/(gemini\/|core\/(base|interactions)\/|names$)|@google\/genai\/web$)/,
  },
  {
    files: 'src/host/**/!(nodeFile*|diagramWorker*).ts',
    imports: /^(src\/(host\/|core\/|parts\/|markdown\/|manifest$|names$|protocol\/)|vscode$|jsonc-parser$)/,
  },
  { files: 'src/host/platform/diagramWorker*.ts', imports: /^(src\/diagrams\/drawDiagram|node:worker_threads)$/ },
  { files: 'src/host/platform/nodeFile*.ts', imports: /^(src\/(host\/platform\/nodeFile|core\/)|node:)/ },
  {
    files: 'media/**/*.ts',
    imports: /^(media\/|src\/(protocol\/|parts\/|markdown\/)|markdown-it$|highlight\.js(\/|$)|temml$|@vscode\/l10n$)/,
  },
];

/** Folders of the host that are features: none imports another. What they share is in `Services`. */
const features = [
  'account',
  'answering',
  'answers',
  'attach',
  'chat',
  'context',
  'edit',
  'extract',
  'files',
  'history',
  'images',
  'inspect',
  'research',
  'sandbox',
  'scm',
  'selection',
  'start',
  'status',
  'terminal',
  'usage',
];

const sources = globSync('{src,media}/**/*.ts').sort();

/** With its types: a circle of types is one for who reads it. */
function importsOf(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, path = '']) =>
    path.startsWith('.') ? new URL(path, `file:///${file}`).pathname.slice(1) : path,
  );
}

/** Each file of ours with the files of ours that it imports. */
function graph(nameOf: (file: string) => string): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Set(sources);
  const edges = new Map<string, Set<string>>();
  for (const file of sources) {
    const from = nameOf(file);
    const to = edges.get(from) ?? new Set();
    edges.set(from, to);
    for (const path of importsOf(file)) {
      const target = known.has(`${path}.ts`) ? nameOf(`${path}.ts`) : undefined;
      if (target !== undefined && target !== from) to.add(target);
    }
  }
  return edges;
}

/** The first circle found, as a path that ends where it began; undefined if there is none. */
function circleIn(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const next of edges.get(name) ?? []) {
      const circle = visit(next, [...path, name]);
      if (circle) return circle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of edges.keys()) {
    const circle = visit(name, []);
    if (circle) return circle;
  }
  return undefined;
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

  it('the parts of answers take only types from the port, so that the panel does not carry it', () => {
    for (const file of globSync('src/parts/*.ts')) {
      assert.doesNotMatch(readFileSync(file, 'utf8'), /^import (?!type\b).*core\/interactions/m, file);
    }
  });

  it('no files import each other in a circle', () => {
    assert.equal(circleIn(graph((file) => file))?.join(' → '), undefined);
  });

  it('no folders import each other in a circle', () => {
    // The files at the root introduce all others, and are rooms of their own.
    const roomOf = (file: string) => (['src', 'media'].includes(dirname(file)) ? file : dirname(file));
    assert.equal(circleIn(graph(roomOf))?.join(' → '), undefined);
  });

  it('no feature imports another one', () => {
    for (const feature of features) {
      const others = new RegExp(`^src/host/(${features.filter((name) => name !== feature).join('|')})/`);
      for (const file of globSync(`src/host/${feature}/**/*.ts`)) {
        for (const path of importsOf(file)) assert.doesNotMatch(path, others, `${file} imports ${path}`);
      }
    }
  });

  it('only the table of models and the settings name a model', () => {
    const places = ['src/core/models/modelTable.ts', 'src/manifest.ts'];
    for (const file of sources.filter((file) => !places.includes(file))) {
      assert.doesNotMatch(readFileSync(file, 'utf8'), /['"]gem(?:ini|ma)-(?:\d|nano)/, file);
    }
  });

  it('no file is longer than 300 lines', () => {
    for (const file of globSync('{src,media,test}/**/*.ts')) {
      assert.ok(readFileSync(file, 'utf8').split('\n').length <= 300, file);
    }
  });
});
