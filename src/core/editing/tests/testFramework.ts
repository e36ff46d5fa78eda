import { isJsonObject, type JsonObject, objectField, textField } from '../../base/json';

/** A file that says what a project is built with. */
export interface ProjectFile {
  /** Its name alone. */
  readonly name: string;
  readonly text: string;
}

/** The files that are looked at, in this order. */
export const projectFiles = [
  'package.json',
  'pyproject.toml',
  'setup.cfg',
  'tox.ini',
  'requirements-dev.txt',
  'requirements.txt',
  'go.mod',
  'Cargo.toml',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'Gemfile',
  'composer.json',
  'pubspec.yaml',
] as const;

/** The first that is named by a project of several is the one its tests are run with most likely. */
const ofNode = ['vitest', '@jest/globals', 'jest', 'mocha', 'ava', 'tap', 'jasmine', 'uvu', '@playwright/test'];

/** Names as they stand in files, by the file. */
const named: Readonly<Record<string, readonly (readonly [pattern: RegExp, framework: string])[]>> = {
  'pyproject.toml': [[/\bpytest\b/, 'pytest']],
  'setup.cfg': [[/\bpytest\b/, 'pytest']],
  'tox.ini': [[/\bpytest\b/, 'pytest']],
  'requirements-dev.txt': [[/^pytest\b/m, 'pytest']],
  'requirements.txt': [[/^pytest\b/m, 'pytest']],
  'go.mod': [
    [/stretchr\/testify/, 'Go’s testing package with testify'],
    [/^module\b/m, 'Go’s testing package'],
  ],
  'Cargo.toml': [[/^\[(?:package|workspace)\]/m, 'Rust’s built-in tests']],
  'pom.xml': [
    [/junit-jupiter/, 'JUnit 5'],
    [/<artifactId>testng</, 'TestNG'],
    [/<artifactId>junit</, 'JUnit 4'],
  ],
  'build.gradle': [[/junit-jupiter|useJUnitPlatform/, 'JUnit 5']],
  'build.gradle.kts': [[/junit-jupiter|useJUnitPlatform/, 'JUnit 5']],
  Gemfile: [
    [/rspec/, 'RSpec'],
    [/minitest/, 'Minitest'],
  ],
  'composer.json': [
    [/pestphp\/pest/, 'Pest'],
    [/phpunit\/phpunit/, 'PHPUnit'],
  ],
  'pubspec.yaml': [
    [/flutter_test/, 'flutter_test'],
    [/^\s+test:/m, 'package:test'],
  ],
};

const languages: Readonly<Record<string, RegExp>> = {
  'package.json': /^[mc]?[jt]sx?$/,
  'go.mod': /^go$/,
  'Cargo.toml': /^rs$/,
  'pom.xml': /^(?:java|kt)$/,
  'build.gradle': /^(?:java|kt|groovy)$/,
  'build.gradle.kts': /^(?:java|kt)$/,
  Gemfile: /^rb$/,
  'composer.json': /^php$/,
  'pubspec.yaml': /^dart$/,
};

/** What the tests of a file with this ending are written with, as the project says. Undefined: it does not say. */
export function testFramework(files: readonly ProjectFile[], extension: string): string | undefined {
  for (const { name, text } of files) {
    if (!(languages[name] ?? /^pyi?$/).test(extension)) continue;
    const found = name === 'package.json' ? inPackage(text) : named[name]?.find(([pattern]) => pattern.test(text))?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function inPackage(text: string): string | undefined {
  const manifest = parse(text);
  if (!manifest) return undefined;
  const all = { ...objectField(manifest, 'dependencies'), ...objectField(manifest, 'devDependencies') };
  const found = ofNode.find((name) => Object.hasOwn(all, name));
  if (found !== undefined) return found === '@jest/globals' ? 'jest' : found;
  const scripts = objectField(manifest, 'scripts') ?? {};
  return /\bnode\b.*--test\b/.test(textField(scripts, 'test') ?? '') ? 'node:test' : undefined;
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
