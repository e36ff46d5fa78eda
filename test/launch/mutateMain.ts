/** `npm run mutate [file…]`: see mutate.ts. */
import { runSeed } from '../budget';
import { mutate } from './mutate';

async function main(): Promise<void> {
  if (!(await mutate(process.argv.slice(2), runSeed))) process.exitCode = 1;
}

void main();
