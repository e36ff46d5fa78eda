import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Product } from './product';

/** What is written of drafts and of questions that wait, wherever VS Code has the folder of the window. */
export function keptOfWindow({ session }: Pick<Product, 'session'>): string {
  const names = readdirSync(session.userDataDir, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /v1.(drafts|prepared)\.json$/.test(name));
  return files.map((name) => readFileSync(join(session.userDataDir, name), 'utf8')).join('\n');
}
