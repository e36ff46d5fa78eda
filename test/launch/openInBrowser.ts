import { spawn } from 'node:child_process';
import { findProgram } from './findProgram';

/** Opens an address in the browser of the person, where there is a screen to show it on. */
export function openInBrowser(address: string): void {
  const [program, ...args] = opener();
  if (program === undefined) return;
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  // The address is printed as well, so a browser that does not start is no failure.
  child.once('error', () => undefined);
  child.unref();
}

function opener(): string[] {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const hasScreen = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY;
  const program = hasScreen ? findProgram('xdg-open') : undefined;
  return program === undefined ? [] : [program];
}
