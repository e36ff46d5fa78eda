import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Benchmark } from './benchmark';
import { bytesOf, productionBuild, productionVsix } from './productionBuild';
import { panelScriptSize } from './renderSize';

export const size: Benchmark = {
  name: 'size',
  title: 'What is shipped, built for production',
  run: async () => {
    const dist = join(await productionBuild(), 'dist');
    const pieces = globSync('host-*.js', { cwd: dist }).map((file) => join(dist, file));
    const start = [...withNeeded(join(dist, 'extension.js'))];
    const product = pieces
      .filter((file) => readFileSync(file, 'utf8').includes('buildProduct'))
      .flatMap((file) => [...withNeeded(file)])
      .filter((file) => !start.includes(file));
    const later = pieces.filter((file) => !start.includes(file) && !product.includes(file));
    const kilobytes = async (...files: readonly string[]) => [(await bytesOf(...files)) / 1000];
    const panel = ['panel.js', 'panelStyle.css'].map((file) => join(dist, 'panel', file));
    return [
      { what: 'host, loaded with the window', unit: 'kB', goal: 80, samples: await kilobytes(...start) },
      { what: 'host, loaded at the first use', unit: 'kB', samples: await kilobytes(...product) },
      { what: 'host, loaded when an answer needs it', unit: 'kB', samples: await kilobytes(...later) },
      { what: 'SDK, loaded at the first request', unit: 'kB', samples: await kilobytes(join(dist, 'genai.js')) },
      {
        what: 'drawing of diagrams, loaded at the first one',
        unit: 'kB',
        samples: await kilobytes(join(dist, 'drawDiagram.js')),
      },
      { what: 'panel, script and style', unit: 'kB', samples: await kilobytes(...panel) },
      await panelScriptSize(dist),
      { what: 'panel, icon font', unit: 'kB', samples: await kilobytes(join(dist, 'panel', 'codicon.ttf')) },
      { what: 'the package (.vsix)', unit: 'kB', goal: 500, samples: await kilobytes(await productionVsix()) },
    ];
  },
};

/** A bundle with those it cannot be loaded without. What it asks for later stands in a call, behind a bracket. */
function withNeeded(file: string, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, needed = ''] of readFileSync(file, 'utf8').matchAll(/=require\("\.\/(host-\w+\.js)"\)/g)) {
    withNeeded(join(dirname(file), needed), found);
  }
  return found;
}
