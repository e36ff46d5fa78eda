import { join } from 'node:path';
import type { Benchmark } from './benchmark';
import { bytesOf, productionBuild, productionVsix } from './productionBuild';

export const size: Benchmark = {
  name: 'size',
  title: 'What is shipped, built for production',
  run: async () => {
    const dist = join(await productionBuild(), 'dist');
    const kilobytes = async (...files: readonly string[]) => [(await bytesOf(...files)) / 1000];
    const panel = ['panel.js', 'panelStyle.css'].map((file) => join(dist, 'panel', file));
    return [
      { what: 'host, without the SDK', unit: 'kB', goal: 80, samples: await kilobytes(join(dist, 'extension.js')) },
      { what: 'SDK, loaded at the first request', unit: 'kB', samples: await kilobytes(join(dist, 'genai.js')) },
      { what: 'panel, script and style', unit: 'kB', samples: await kilobytes(...panel) },
      { what: 'panel, icon font', unit: 'kB', samples: await kilobytes(join(dist, 'panel', 'codicon.ttf')) },
      { what: 'the package (.vsix)', unit: 'kB', goal: 500, samples: await kilobytes(await productionVsix()) },
    ];
  },
};
