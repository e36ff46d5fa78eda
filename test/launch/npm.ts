import { delimiter, dirname } from 'node:path';
import { execute } from './execute';

/** Runs npm in a folder, on the Node that runs this process, whichever Node the system has. */
export function npm(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const options = { cwd: folder, env: { ...cleanEnvironment(), ...env } };
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return execute(process.execPath, [cli, ...args], options);
  return execute(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/** Without what an outer `npm test` sets for its own scripts: `npm_config_*` of the outer run would apply to the inner. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const outer = Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command)/i.test(name));
  const path = [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
  return { ...Object.fromEntries(outer), PATH: path };
}
