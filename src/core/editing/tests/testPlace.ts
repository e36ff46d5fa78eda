import { type FilePath, isSameLanguage, readPath, type TestName, testedBy } from './testNames';

/** Where the tests of a file are, or belong. Paths from the folder of the workspace, with slashes. */
export interface TestPlace {
  readonly path: string;
  /** `existing`: the file has tests there. `habit`: its neighbours have theirs in such a place. `usual`: the project has none. */
  readonly found: 'existing' | 'habit' | 'usual';
  /** A test that shows how the project writes them. */
  readonly sample?: string;
}

interface KnownTest extends FilePath {
  readonly path: string;
  readonly tested: string;
  readonly name: TestName;
}

/**
 * The place of the tests of a file, after the tests that the project has. Undefined: it has none in this language, and the
 * language has no usual place.
 */
export function testPlace(source: string, files: readonly string[]): TestPlace | undefined {
  const from = readPath(source);
  const tests = files.flatMap((path) => knownTest(path, from));
  const own = best(
    tests.filter(({ tested }) => tested === from.stem),
    (test) => nearness(test, from),
  );
  if (own) return { path: own.path, found: 'existing' };
  const model = best(tests, (test) => nearness(test, from));
  if (!model) {
    // In Rust the tests of a file stand at its end.
    if (from.extension === 'rs') return { path: source, found: 'existing' };
    const path = usualPlace(from);
    return path === undefined ? undefined : { path, found: 'usual' };
  }
  const { prefix, suffix } = mostUsed(tests, model);
  const folder = folderLike(model, from);
  const name = `${prefix}${from.stem}${suffix}.${from.extension}`;
  return { path: [...folder, name].join('/'), found: 'habit', sample: model.path };
}

function knownTest(path: string, from: FilePath): readonly KnownTest[] {
  const file = readPath(path);
  const named = testedBy(file.stem);
  if (!named || !isSameLanguage(file.extension, from.extension)) return [];
  return [{ ...file, path, tested: named.stem, name: named.name }];
}

const testFolder = /^(?:tests?|__tests__|specs?|unit)$/i;
const sourceFolder = /^(?:src|lib|app|source|main)$/i;

/** The folders of a file that say what it is about: without those that only say that it is a test or a source. */
function topics(folder: readonly string[]): readonly string[] {
  return folder.filter((name) => !testFolder.test(name) && !sourceFolder.test(name));
}

/** How many folders of both agree, from the outermost on; a test beside the source goes before one elsewhere. */
function nearness(test: FilePath, from: FilePath): number {
  const one = topics(test.folder);
  const other = topics(from.folder);
  let same = 0;
  while (same < other.length && one[same] === other[same]) same += 1;
  const isBeside = test.folder.join('/') === from.folder.join('/');
  return same * 2 - (one.length - same) / 8 + (isBeside ? 1 : 0);
}

/** The naming that most tests have in the same place; that of the nearest one where they are even. */
function mostUsed(tests: readonly KnownTest[], model: KnownTest): TestName {
  const there = tests.filter(({ folder }) => folder.join('/') === model.folder.join('/'));
  const count = ({ name }: KnownTest) => there.filter((other) => other.name === name).length;
  return best([model, ...there], count)?.name ?? model.name;
}

/** The folder that stands to the source as the folder of a test stands to what it tests. */
function folderLike({ folder }: FilePath, from: FilePath): readonly string[] {
  const at = folder.findLastIndex((name) => testFolder.test(name));
  // Beside the source.
  if (at < 0) return from.folder;
  const root = folder.slice(0, at + 1);
  // A folder for tests in each folder of sources.
  if (root.at(-1) === '__tests__') return [...from.folder, '__tests__'];
  const below = folder.slice(at + 1);
  // All tests in one folder, or in folders as the sources have.
  if (below.length === 0) return root;
  const package_ = folder.slice(
    0,
    folder.findIndex((name) => testFolder.test(name)),
  );
  const rest = from.folder.slice(package_.every((name, i) => from.folder[i] === name) ? package_.length : 0);
  const keepsSource = sourceFolder.test(below[0] ?? '') && below[0] === rest[0];
  return [...root, ...(keepsSource || !sourceFolder.test(rest[0] ?? '') ? rest : rest.slice(1))];
}

/** Where the tools of a language look for tests by themselves. */
function usualPlace({ folder, stem, extension }: FilePath): string | undefined {
  const beside = (name: string) => [...folder, name].join('/');
  switch (extension) {
    case 'go':
      return beside(`${stem}_test.go`);
    case 'py':
      return `tests/test_${stem}.py`;
    case 'dart':
      return `test/${stem}_test.dart`;
    case 'java':
    case 'kt':
      return [...folder.map((name) => (name === 'main' ? 'test' : name)), `${stem}Test.${extension}`].join('/');
    default:
      return isSameLanguage(extension, 'ts') ? beside(`${stem}.test.${extension}`) : undefined;
  }
}

/** The first of the best. */
function best<T>(all: readonly T[], rank: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>((first, one) => (first && rank(first) >= rank(one) ? first : one), undefined);
}
