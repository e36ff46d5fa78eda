import { spawn } from 'node:child_process';

export interface ExecuteOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program to its end. Its output is kept back, and shown only as the reason of a failure. */
export async function execute(
  program: string,
  args: readonly string[],
  { cwd, env = process.env }: ExecuteOptions = {},
): Promise<string> {
  const shell = process.platform === 'win32' && program.endsWith('.cmd');
  const child = spawn(program, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return output;
  const tail = output.trim().split('\n').slice(-15).join('\n');
  throw new Error(`\`${program} ${args.join(' ')}\` ended with ${code}:\n${tail}`);
}
