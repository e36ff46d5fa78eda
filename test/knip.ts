import type { KnipConfig } from 'knip';

/** What is published, without the tests: code that only they use is dead. */
const isProduction = process.argv.includes('--production');

const config: KnipConfig = {
  // Entry points that no import leads to. The others knip finds in package.json and in the tsconfigs.
  entry: [
    // Types alone, which stop the compiler when the SDK grows.
    'src/gemini/conformance.ts!',
    'media/{formula/drawFormula,highlight/highlightChunks}.ts!',
    'test/{unit,panel,host,bench}/**/*.{test,bench}.ts',
    'test/{launch,bench,live,server,host,unit/process}/*Main.ts',
    'test/panel/page/*.ts',
    'test/mutation/*.mts',
    'test/bench/render/pages/*.js',
  ],
  project: ['{src,media}/**/*.ts!', 'test/**/*.{ts,mts,js,mjs}'],
  ignore: ['src/gemini/googleAuthLibrary.d.ts', 'test/workspace/**', 'test/fixtures/code/**'],
  // Named in a style sheet, run as a program, read as a file.
  ignoreDependencies: ['@stryker-mutator/core', '@vscode/codicons', '@vscode/vsce', 'commonmark-spec'],
  ignoreIssues: {
    // What the renderer is compared with is installed when that benchmark is run.
    'test/bench/render/pages/*.js': ['unlisted'],
    'test/unit/process/fullDisk.test.ts': ['binaries'],
  },
  // A test may reach for a part of a file that the rest of the file uses.
  ignoreExportsUsedInFile: isProduction,
};

export default config;
