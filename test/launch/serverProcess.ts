import { spawn } from 'node:child_process';
import { installVscodeServer } from './vscodeServer';

export interface ServerFolders {
  /** Holds `User/settings.json` and `User/globalStorage`, as the desktop's folder of that name does. */
  readonly userDataDir: string;
  readonly extensionsDir: string;
}

export interface ServerProcess {
  /** Where the workbench is served, without a path. */
  readonly authority: string;
  /** Settles when the process has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends the server with all that it started, at once. */
  kill(): void;
}

export interface ServerOptions extends ServerFolders {
  /** The environment of the server, which its extension hosts inherit: keys travel here, never on a command line. */
  readonly env?: NodeJS.ProcessEnv;
  readonly workspaceTrust?: boolean;
  readonly onOutput?: (text: string) => void;
}

/** Starts VS Code's server on a free port of the loopback interface. */
export async function startServerProcess(options: ServerOptions): Promise<ServerProcess> {
  const main = await installVscodeServer();
  const child = spawn(process.execPath, [main, ...serverArguments(options)], {
    env: { ...(options.env ?? process.env), VSCODE_AGENT_FOLDER: options.userDataDir },
    // A group of its own, so that no extension host or watcher outlives it.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => killGroup(child.pid);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  const port = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      const text = chunk.toString('utf8');
      options.onOutput?.(text);
      if (output.length > 100_000) return;
      output += text;
      const announced = /listening on (\d+)/.exec(output)?.[1];
      if (announced !== undefined) resolve(announced);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code}:\n${output}`)));
  });
  return { authority: `127.0.0.1:${port}`, ended, kill };
}

/** What the server takes to install an extension, or to serve one. */
export function folderArguments({ userDataDir, extensionsDir }: ServerFolders): string[] {
  return ['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir, '--accept-server-license-terms'];
}

function serverArguments(options: ServerOptions): string[] {
  return [
    ...folderArguments(options),
    '--host=127.0.0.1',
    '--port=0',
    '--without-connection-token',
    // Without this flag the workbench ignores the payload of its address, which names the extension to load.
    '--enable-smoke-test-driver',
    '--telemetry-level=off',
    // The variables given here are the ones the tests chose; a login shell would add the ones of the person.
    '--force-disable-user-env',
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
  ];
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
