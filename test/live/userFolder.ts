import { resolve } from 'node:path';

/** A path as the person meant it who typed it: npm runs its scripts in the folder of the project, and tells the other. */
export function pathOfUser(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
