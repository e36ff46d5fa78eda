import { existsSync } from 'node:fs';
import { execute } from './execute';

let listsAreFresh = false;

/** Installs Debian packages where that is ours to do: on Debian, as root. Says whether it did. */
export async function installDebianPackages(packages: readonly string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Installing ${packages.join(', ')} (apt-get)`);
  if (!listsAreFresh) await execute('apt-get', ['update', '-q'], { env });
  listsAreFresh = true;
  await execute('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], { env });
  return true;
}
