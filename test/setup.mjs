/**
 * What every `npm` script of weight starts with: the packages, a Node 24 and a build, whatever Node the machine has.
 * It uses nothing but Node's own modules, since on a fresh checkout there is nothing else.
 *
 *   node test/setup.mjs start|test|bench|mutate|package|picture|keymap|smoke:live|replay [arguments]
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_MAJOR = 24;
const COMMANDS = {
  start: 'launch/startMain.js',
  test: 'launch/testMain.js',
  bench: 'bench/benchMain.js',
  mutate: 'launch/mutateMain.js',
  package: 'launch/packageMain.js',
  picture: 'launch/pictureMain.js',
  keymap: 'launch/keymapMain.js',
  'smoke:live': 'live/smokeMain.js',
  replay: 'live/replayMain.js',
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const modules = join(root, 'node_modules');
const nodePackage = join(modules, 'node');
const node = join(nodePackage, 'bin', windows ? 'node.exe' : 'node');

const [command = '', ...args] = process.argv.slice(2);
const program = COMMANDS[command];
if (program === undefined) {
  console.error(`Say one of: ${Object.keys(COMMANDS).join(', ')}`);
  process.exit(2);
}

try {
  installPackages();
  needNode();
  needEsbuild();
  run('The build', node, ['esbuild.mjs']);
  handOver(join(root, 'dist', 'test', program));
} catch (error) {
  console.error(`\n${error.message}`);
  // Who reads the last line of the tests finds the truth there in this case too.
  if (command === 'test') console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

/** Installs what package-lock.json says, unless that is what lies in node_modules. */
function installPackages() {
  const installed = join(modules, '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  console.log('Installing packages (npm ci)');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const ci = npm(['ci', ...quiet]);
  if (ci.status === 0) return;
  // A lock written where the registry carries fewer platforms lacks the optional packages of the others. That is what
  // `npm ci` refuses; `npm install` takes the versions of the lock and, with --no-save, leaves the lock as it is.
  if (!/EUSAGE/.test(ci.stderr) || !/from lock file/.test(ci.stderr)) {
    throw new Error(`The packages could not be installed:\n${head(ci.stderr)}`);
  }
  console.log('The lock lacks packages for other platforms; installing with npm install instead');
  const install = npm(['install', '--no-save', ...quiet]);
  if (install.status !== 0) throw new Error(`The packages could not be installed:\n${head(install.stderr)}`);
  // Where nothing was missing, npm leaves this file as it was, and would be asked again every time.
  utimesSync(installed, new Date(), new Date());
}

/** The dev dependency `node` is a real Node 24, put in place by an install script, which some npm versions hold back. */
function needNode() {
  if (hasNode()) return;
  console.log(`Putting Node ${NODE_MAJOR} in place`);
  const rebuilt = npm(['rebuild', 'node', '--foreground-scripts', '--loglevel=error']);
  if (hasNode()) return;
  // The script can be held back in spite of all; what it would do is to install one package and to link its program.
  const script = join(nodePackage, 'installArchSpecificPackage.js');
  const direct = existsSync(script)
    ? spawnSync(process.execPath, [script], { cwd: nodePackage, env: npmEnvironment(), encoding: 'utf8' })
    : rebuilt;
  if (hasNode()) return;
  throw new Error(
    `There is no working Node ${NODE_MAJOR} in node_modules/node: its install script did not do its work. ` +
      `Please run \`npm install-scripts approve node esbuild\` and \`npm rebuild\`.\n${head(direct.stderr ?? '')}`,
  );
}

function hasNode() {
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 && answer.stdout.startsWith(`v${NODE_MAJOR}.`);
}

function needEsbuild() {
  const works = () => spawnSync(node, ['-e', "require('esbuild').transformSync('')"], { cwd: root }).status === 0;
  if (works()) return;
  const rebuilt = npm(['rebuild', 'esbuild', '--loglevel=error']);
  if (!works()) throw new Error(`esbuild does not run. Please remove node_modules.\n${head(rebuilt.stderr)}`);
}

/** Runs the program on Node 24 in place of this one: same terminal, same end. */
function handOver(path) {
  if (!existsSync(path)) throw new Error(`There is nothing to run yet for \`${command}\`.`);
  const child = spawn(node, ['--enable-source-maps', path, ...args], { cwd: root, stdio: 'inherit', env: ownPath() });
  // Ctrl+C reaches the child by the terminal; this process only has to wait for it. Other signals are handed on.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A killed `npm` takes its shell with it but not this process, which then belongs to another.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500);
  child.once('exit', (code) => {
    clearInterval(watch);
    process.exitCode = code ?? 1;
  });
}

function run(what, file, parameters) {
  const { status } = spawnSync(file, parameters, { cwd: root, stdio: 'inherit', env: ownPath() });
  if (status !== 0) throw new Error(`${what} failed.`);
}

function npm(parameters) {
  const cli = process.env.npm_execpath;
  const env = npmEnvironment();
  const options = { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'inherit', 'pipe'] };
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...parameters], options);
  return spawnSync(windows ? 'npm.cmd' : 'npm', parameters, { ...options, shell: windows });
}

/** An npm that knows held-back scripts lets ours run by this variable; one that does not ignores it. */
function npmEnvironment() {
  return { ...process.env, npm_config_dangerously_allow_all_scripts: 'true' };
}

/** Node 24 and the tools of the project come first for whatever is started from here. */
function ownPath() {
  const path = [dirname(node), join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path };
}

/** The reason comes first in what npm says; its usage and the place of its log come after. */
function head(text) {
  return text.trim().split('\n').slice(0, 15).join('\n');
}
