// Every bundle of the project. `--production` minifies and drops the tests; `--watch` rebuilds on change.
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { build, context, transform } from 'esbuild';
import subsetFont from 'subset-font';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Keeps the SDK out of the host bundle: `import('@google/genai/…')` becomes a load of the chunk beside it. */
const sdkBesideHost = {
  name: 'sdk-beside-host',
  setup(builder) {
    builder.onResolve({ filter: /^@google\/genai/ }, () => ({ path: './genai.js', external: true }));
  },
};

/**
 * For each file that imports a CommonJS module, esbuild copies all its names. VS Code's API has hundreds and is imported
 * by most files of the host, which made up most of the time it took to load. Behind a prototype there is nothing to copy.
 */
const vscodeOnce = {
  name: 'vscode-once',
  setup(builder) {
    builder.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'vscode-once' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode-once' },
    );
    builder.onLoad({ filter: /.*/, namespace: 'vscode-once' }, () => ({
      contents: `module.exports = Object.create(require('vscode'));`,
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2023',
  legalComments: 'none',
  metafile: production,
  logLevel: 'warning',
};

const host = {
  ...common,
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist',
  platform: 'node',
  format: 'cjs',
  // Where a package has both forms, the older one may load its own files in a way that esbuild does not see.
  mainFields: ['module', 'main'],
  plugins: [sdkBesideHost, vscodeOnce],
};

/**
 * The host as it is published: what a window needs at its start in one file, what the first use needs in a second one, and
 * the rest in pieces. esbuild splits only ES modules and VS Code loads CommonJS, so the pieces are split first and turned then.
 */
async function buildSplitHost() {
  const split = { ...host, format: 'esm', splitting: true, chunkNames: 'host-[hash]', write: false, metafile: true };
  const { outputFiles, metafile } = await build(split);
  const pieces = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const start = 'extension.js';
  const [firstUse] = [...outputs].find(([, { entryPoint }]) => entryPoint === 'src/product.ts') ?? [];
  if (firstUse === undefined) throw new Error('src/product.ts is not loaded by itself any more');
  const homes = homesOf(outputs, [start, firstUse]);
  const inHomes = (code) => {
    const moved = (whole, piece) =>
      homes.has(piece) ? `require("./${homes.get(piece).file}").${homes.get(piece).name}` : whole;
    return code.replaceAll(/\brequire\("\.\/([\w-]+\.js)"\)/g, moved);
  };
  const options = { format: 'cjs', platform: 'node', target: common.target, minify: true };
  const supported = { 'dynamic-import': false };
  for (const [piece, text] of pieces) {
    if (homes.has(piece)) continue;
    const { code } = await transform(text, { ...options, loader: 'js', supported });
    writeFileSync(`dist/${piece}`, inHomes(code));
  }
  for (const file of [start, firstUse]) {
    const own = [...homes].filter(([, home]) => home.file === file);
    const contents = own.map(([piece, { name }]) => `export * as ${name} from './${piece}';`);
    const joined = await build({
      ...options,
      supported,
      bundle: true,
      write: false,
      stdin: { contents: [...contents, `export * from './${file}';`].join('\n'), resolveDir: '.' },
      plugins: [fromMemory(new Map(own.map(([piece]) => [piece, pieces.get(piece)])))],
    });
    writeFileSync(`dist/${file}`, inHomes(joined.outputFiles[0].text));
  }
  return { metafile };
}

/**
 * Finds for each piece that is always loaded with one of `files` the file that it goes into, and its name there. To open a file
 * takes longer than to read it: a dozen pieces made up two thirds of the time that a window waits for the start.
 */
function homesOf(outputs, files) {
  const homes = new Map();
  for (const file of files) {
    const visit = (piece) => {
      if (homes.has(piece) || !outputs.has(piece)) return;
      homes.set(piece, { file, name: `p${homes.size}` });
      for (const { kind, path } of outputs.get(piece).imports) {
        if (kind === 'import-statement') visit(basename(path));
      }
    };
    visit(file);
  }
  return homes;
}

function fromMemory(pieces) {
  return {
    name: 'from-memory',
    setup(builder) {
      builder.onResolve({ filter: /.*/ }, ({ path, kind }) => {
        const piece = basename(path);
        const isOwn = kind === 'import-statement' && pieces.has(piece);
        return isOwn ? { path: piece, namespace: 'memory' } : { path, external: true };
      });
      builder.onLoad({ filter: /.*/, namespace: 'memory' }, ({ path }) => ({ contents: pieces.get(path) }));
    },
  };
}

const sdk = {
  ...common,
  stdin: { contents: `export { GoogleGenAI } from '@google/genai/web';`, resolveDir: '.' },
  outfile: 'dist/genai.js',
  platform: 'node',
  format: 'cjs',
  minify: true,
  sourcemap: false,
};

/** What not every answer needs, by the name under which the panel imports it when one does. */
const lazyParts = {
  drawFormula: 'media/formula/drawFormula.ts',
  highlightChunks: 'media/highlight/highlightChunks.ts',
};

/** Each of them is a file of its own. Split by esbuild, they would share a third one, to be loaded before the panel runs. */
const lazyPartsBesidePanel = {
  name: 'lazy-parts-beside-panel',
  setup(builder) {
    builder.onResolve({ filter: /^\.\.?\// }, ({ kind, path }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (!(name in lazyParts)) throw new Error(`${path} is not among the lazy parts of the panel`);
      return { path: `./${name}.js`, external: true };
    });
  },
};

/**
 * The icons that the panel names: a rule for each, which `@import "icons-in-use"` stands for, and of the font no more than
 * those. It has hundreds, and is a tenth of the package as a whole. The union `IconName` is the only list of them.
 */
const iconsInUse = {
  name: 'icons-in-use',
  setup(builder) {
    const union = resolve('media/base/element.ts');
    const icons = () => {
      const [, members] = /export type IconName =([^;]*);/.exec(readFileSync(union, 'utf8'));
      const names = [...members.matchAll(/'([\w-]+)'/g)].map(([, name]) => name);
      const rules = readFileSync('node_modules/@vscode/codicons/dist/codicon.css', 'utf8');
      const codes = new Map(
        [...rules.matchAll(/\.codicon-([\w-]+):before \{ content: "\\([\da-f]+)" \}/g)].map(([, name, code]) => [
          name,
          code,
        ]),
      );
      return names.map((name) => {
        const code = codes.get(name);
        if (!code) throw new Error(`@vscode/codicons has no icon ${name}`);
        return { name, code };
      });
    };
    builder.onResolve({ filter: /^icons-in-use$/ }, ({ path }) => ({ path, namespace: 'icons-in-use' }));
    builder.onLoad({ filter: /.*/, namespace: 'icons-in-use' }, () => ({
      // The empty text after the slash keeps screen readers from reading a character of the icon font.
      contents: icons()
        .map(({ name, code }) => `.codicon-${name}::before { content: "\\${code}" / ""; }`)
        .join('\n'),
      loader: 'css',
      watchFiles: [union],
    }));
    builder.onLoad({ filter: /codicon\.ttf$/ }, async ({ path }) => {
      const text = icons().map(({ code }) => String.fromCodePoint(Number.parseInt(code, 16)));
      const contents = await subsetFont(readFileSync(path), text.join(''), { targetFormat: 'truetype' });
      return { contents, loader: 'file', watchFiles: [union] };
    });
  },
};

const panel = {
  ...common,
  entryPoints: { panel: 'media/panel.ts', panelStyle: 'media/panel.css', usageStyle: 'media/usage.css', ...lazyParts },
  outdir: 'dist/panel',
  platform: 'browser',
  format: 'esm',
  plugins: [lazyPartsBesidePanel, iconsInUse],
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
};

/** What the thread runs that draws diagrams. The host loads it by its name, at the first one. */
const drawing = {
  ...common,
  entryPoints: { drawDiagram: 'src/host/platform/diagramWorkerMain.ts' },
  outdir: 'dist',
  platform: 'node',
  format: 'cjs',
};

/** Tests and tools find their entry points by glob, so that no list can forget one. They load packages from node_modules. */
const tests = {
  ...common,
  entryPoints: globSync([
    'test/{unit,panel,host,bench}/**/*.{test,bench}.ts',
    'test/{launch,bench,server,host,live,unit/process}/*Main.ts',
  ]),
  outbase: 'test',
  outdir: 'dist/test',
  // The sources lie beside it. In the maps they only fill the memory of the tests.
  sourcesContent: false,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  packages: 'external',
};

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });

const targets = production ? [sdk, panel, drawing] : [host, sdk, panel, drawing, tests];
if (watch) {
  for (const target of targets) await (await context(target)).watch();
} else {
  const results = await Promise.all(targets.map((target) => build(target)));
  if (production) results.push(await buildSplitHost());
  if (production) {
    writeFileSync('dist/ThirdPartyNotices.txt', noticesOf(results));
    // To learn what kind of module it loads, Node reads the nearest file of this name. The one above is long, and to read it takes
    // a fifth of the time that loading takes.
    writeFileSync('dist/package.json', JSON.stringify({ type: 'commonjs' }));
  }
}

/** The licences of everything of others that goes into the package, as their authors ask. */
function noticesOf(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  // A package may lie in the folder of another one that needs a version of its own.
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const notices = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e([.-][\w.-]+)?$/i.test(entry));
    if (!file && license !== 'MIT') throw new Error(`${name} has no licence file`);
    const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : mitLicence(author);
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const intro = 'Interactions for Gemini contains the following work of others.\n';
  return [intro, ...notices].join(`\n${'-'.repeat(80)}\n\n`);
}

/** For a package that names the licence and its holder, and ships no file of it, as @vscode/l10n does. */
function mitLicence(author) {
  const text = readFileSync('node_modules/esbuild/LICENSE.md', 'utf8').trim();
  const [title, ...rest] = text.split('\n');
  return [title, ...rest.map((line) => line.replace(/^Copyright .*/, `Copyright (c) ${author?.name ?? author}`))].join(
    '\n',
  );
}
