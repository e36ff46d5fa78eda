import { writeFile } from 'node:fs/promises';
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

/** The script of a page with this renderer in it, minified as a product would ship it. */
export async function rendererScript(name: RendererName): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(repositoryRoot, 'test', 'bench', 'render', 'pages', `${name}.js`)],
    nodePaths: [join(await installedRenderers(), 'node_modules')],
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
export async function panelStyle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(repositoryRoot, 'media', 'panel.css')],
    loader: { '.ttf': 'empty' },
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function installedRenderers(): Promise<string> {
  const versions = Object.values(packages).join('-');
  return installOnce(join(cacheFolder, `renderers-${versions}`), async (draft) => {
    await writeFile(join(draft, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
    await npm(draft, ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']);
  });
}
