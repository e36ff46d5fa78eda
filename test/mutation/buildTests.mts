/**
 * Bundles the tests of core and gemini for test/mutation/bundledMocha.mts. It is run in the copy of the checkout in which
 * Stryker has put all mutants.
 */
import { globSync } from 'node:fs';
import { build } from 'esbuild';

const tests = globSync('test/unit/{core,gemini}/**/*.test.ts').sort();

// Else the random cases of each run would be other ones.
const seeded = `import { configureGlobal } from 'fast-check';\nconfigureGlobal({ seed: ${Number(process.env.SEED)} });\n`;

await build({
  // Into one file: if each test had its own, each would have its own copy of the code.
  stdin: { contents: seeded + tests.map((path) => `import './${path}';`).join('\n'), resolveDir: '.', loader: 'ts' },
  outfile: 'dist/mutation/tests.js',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'es2023',
  packages: 'external',
  logLevel: 'warning',
});
