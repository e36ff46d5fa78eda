import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { everyday } from '../budget';
import { repositoryRoot } from '../launch/repositoryRoot';

const node = ['process.pid', 'Buffer.from("")', 'require("x")', '__dirname', 'setImmediate', 'import("node:fs")'];
const page = ['document.body', 'window.top', 'HTMLElement', 'getComputedStyle'];
const tests = ['describe', 'it'];

/** For each part of the code, what does not exist in the world that it runs in. */
const layers: readonly { readonly config: string; readonly absent: readonly string[] }[] = [
  { config: 'src/tsconfig.core.json', absent: [...node, ...page, ...tests] },
  { config: 'src/tsconfig.host.json', absent: [...node, ...page, ...tests] },
  { config: 'src/tsconfig.platform.json', absent: [...page, ...tests] },
  { config: 'media/tsconfig.json', absent: [...node, ...tests] },
];

describe('the compiler', function () {
  this.timeout(60_000);

  for (const { config, absent } of everyday(layers, 2)) {
    it(`refuses in ${config} what is not there when it runs`, () => {
      // Compiled together with all of the part: the types of a package may bring others that nothing here asks for.
      const errors = compileWith(config, absent);

      assert.deepEqual(
        absent.filter((_, index) => !errors.includes(`absent.ts(${index + 1},`)),
        [],
        errors,
      );
    });
  }
});

/** What the compiler says of a part of the code and one more file, that has each expression on a line of its own. */
function compileWith(config: string, expressions: readonly string[]): string {
  mkdirSync(join(repositoryRoot, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(repositoryRoot, 'dist', 'absent-'));
  try {
    const project = {
      extends: relative(folder, join(repositoryRoot, config)).replaceAll('\\', '/'),
      compilerOptions: { composite: false, emitDeclarationOnly: false, noEmit: true },
      files: ['absent.ts'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
    writeFileSync(
      join(folder, 'absent.ts'),
      expressions.map((text, index) => `export const _${index} = ${text};`).join('\n'),
    );
    const compiler = join(repositoryRoot, 'node_modules', 'typescript', 'bin', 'tsc');
    return spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
