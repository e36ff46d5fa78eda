import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A local server in a process of its own, so that what it remembers is not counted here. It goes with this process. */
export async function serverBeside(): Promise<{ readonly url: string; kill(): void }> {
  const program = join(__dirname, '..', 'server', 'localServerMain.js');
  const child = spawn(process.execPath, [program, '--pace', '0', '--research', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const [url] = await once(createInterface(child.stdout), 'line');
  return { url: String(url), kill };
}
