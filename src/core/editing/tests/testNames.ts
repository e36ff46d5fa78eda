/** How the tests of a file are named after it. */
export interface TestName {
  readonly prefix: string;
  readonly suffix: string;
}

/** All usual ones. A longer suffix goes first, since `a.test` ends like `atest`. */
const known: readonly TestName[] = [
  { prefix: '', suffix: '.test' },
  { prefix: '', suffix: '.spec' },
  { prefix: '', suffix: '_test' },
  { prefix: '', suffix: '_spec' },
  { prefix: '', suffix: '-test' },
  { prefix: 'test_', suffix: '' },
  { prefix: '', suffix: 'Tests' },
  { prefix: '', suffix: 'Test' },
  { prefix: '', suffix: 'Spec' },
];

/** The glob of files that are named like tests. */
export const testGlob = `**/{${known.map(({ prefix, suffix }) => `${prefix}*${suffix}.*`).join(',')}}`;

/** A path with slashes, taken apart: `src/`, `a`, `ts`. */
export interface FilePath {
  readonly folder: readonly string[];
  readonly stem: string;
  readonly extension: string;
}

export function readPath(path: string): FilePath {
  const folder = path.split('/');
  const name = folder.pop() ?? '';
  const dot = name.lastIndexOf('.');
  return dot < 1
    ? { folder, stem: name, extension: '' }
    : { folder, stem: name.slice(0, dot), extension: name.slice(dot + 1) };
}

/** The name of the file that a test is for, and how the test is named after it. Undefined: it is named like no test. */
export function testedBy(stem: string): { readonly stem: string; readonly name: TestName } | undefined {
  for (const name of known) {
    const { prefix, suffix } = name;
    if (stem.length > prefix.length + suffix.length && stem.startsWith(prefix) && stem.endsWith(suffix)) {
      return { stem: stem.slice(prefix.length, stem.length - suffix.length), name };
    }
  }
  return undefined;
}

const scripts = new Set(['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs']);

/** Whether a file with one ending may be a test of a file with the other. */
export function isSameLanguage(one: string, other: string): boolean {
  return one === other || (scripts.has(one) && scripts.has(other));
}
