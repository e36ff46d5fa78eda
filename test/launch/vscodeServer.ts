import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installDebianPackages } from './debian';
import { findProgram } from './findProgram';
import { installOnce } from './installOnce';
import { npm } from './npm';
import { cacheFolder } from './repositoryRoot';
import { makeStricter } from './stricterVscode';

/** The npm package `code-server` of this version carries the complete server build of VS Code 1.139.1. */
const VERSION = '4.139.1';
/** Counts the ways in which it is put together here, so that a change of them does not meet an older cache. */
const RECIPE = 3;

/** The native modules the server loads. Others (kerberos, sqlite3) need much to compile, and the server starts without. */
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog', 'node-pty', '@parcel/watcher'];

/** Installs VS Code's own server from the npm registry, once. Gives its `server-main.js`. */
export async function installVscodeServer(): Promise<string> {
  const folder = join(cacheFolder, `vscode-server-${VERSION}-${RECIPE}-node${process.versions.modules}`);
  const main = join('node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');
  if (existsSync(folder)) return join(folder, main);
  console.log('Installing VS Code from npm, once (about a minute)');
  const started = performance.now();
  await needCompiler();
  await installOnce(folder, buildServer);
  console.log(`VS Code is installed in ${Math.round((performance.now() - started) / 1000)} s`);
  return join(folder, main);
}

async function buildServer(draft: string): Promise<void> {
  await writeFile(join(draft, 'package.json'), '{ "private": true }\n');
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  await npm(draft, ['install', `code-server@${VERSION}`, ...quiet]);
  const server = join(draft, 'node_modules', 'code-server', 'lib', 'vscode');
  await npm(server, ['install', '--omit=dev', ...quiet]);
  // TypeScript, without which opening a TypeScript file brings up an error.
  await npm(join(server, 'extensions'), ['install', '--omit=dev', ...quiet]);
  const headers = await nodeHeaders(draft);
  // By environment, since a npm that knows no held-back install scripts refuses the flag.
  await npm(server, ['rebuild', ...NATIVE_MODULES], {
    npm_config_nodedir: headers,
    npm_config_ignore_scripts: 'false',
    npm_config_dangerously_allow_all_scripts: 'true',
  });
  await makeStricter(server);
}

/**
 * The C++ headers of the Node that will run the server. They come with the npm package of that Node, which gets a folder
 * of its own, because npm prunes them at its next run in the same folder.
 */
async function nodeHeaders(draft: string): Promise<string> {
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${process.platform}-${process.arch}`;
  const folder = join(draft, 'headers');
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npm(folder, ['install', `${name}@${process.versions.node}`, '--no-audit', '--no-fund', '--ignore-scripts']);
  return join(folder, 'node_modules', name);
}

async function needCompiler(): Promise<void> {
  const isMissing = () => ['g++', 'make', 'python3'].filter((name) => findProgram(name) === undefined);
  if (process.platform !== 'linux' || isMissing().length === 0) return;
  await installDebianPackages(['g++', 'make', 'python3']);
  const missing = isMissing();
  if (missing.length > 0) {
    throw new Error(`VS Code's server has native modules to compile. Please install: ${missing.join(', ')}.`);
  }
}
