import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { installOnce } from '../../launch/installOnce';
import { npm } from '../../launch/npm';
import { cacheFolder, repositoryRoot } from '../../launch/repositoryRoot';

/** Who shows Markdown, by the names of the files in `pages`. The others are what editors and chats of today use. */
export const rendererNames = ['ours', 'streamdown', 'marked', 'reactMarkdown'] as const;
export type RendererName = (typeof rendererNames)[number];

export const rendererTitles: Readonly<Record<RendererName, string>> = {
  ours: 'ours',
  streamdown: 'streamdown',
  marked: 'marked + DOMPurify',
  reactMarkdown: 'react-markdown',
};

/** Not dependencies of the project: installed when they are first measured. */
const packages = {
  dompurify: '3.4.18',
  marked: '18.2.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'react-markdown': '10.1.0',
  'rehype-highlight': '7.0.2',
  'remark-gfm': '4.0.1',
  streamdown: '2.7.1',
};

const scripts = new Map<RendererName, Promise<string>>();

/** The script of a page with this renderer in it, minified as a product would ship it. */
export function rendererScript(name: RendererName): Promise<string> {
  const script = scripts.get(name) ?? buildPage(name);
  scripts.set(name, script);
  return script;
}

async function buildPage(name: RendererName): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(repositoryRoot, 'test', 'bench', 'render', 'pages', `${name}.js`)],
    nodePaths: name === 'ours' ? [] : [join(await installedRenderers(), 'node_modules')],
    define: { 'process.env.NODE_ENV': '"production"' },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2023',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** The style of the panel, which all of them get. */
export function panelStyle(): Promise<string> {
  return readFile(join(repositoryRoot, 'dist', 'panel', 'panelStyle.css'), 'utf8');
}

function installedRenderers(): Promise<string> {
  const versions = Object.values(packages).join('-');
  return installOnce(join(cacheFolder, `renderers-${versions}`), async (draft) => {
    await writeFile(join(draft, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
    await npm(draft, ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']);
  });
}
