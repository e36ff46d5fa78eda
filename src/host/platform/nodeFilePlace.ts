import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';

/** Whether a file in the folder is a link to one that is not. Both are paths of the system. False: it is not there. */
export async function leadsOut(folder: string, file: string): Promise<boolean> {
  try {
    await realpath(file);
  } catch {
    return false;
  }
  return (await placeInside(folder, file)) === undefined;
}

/**
 * Where a file really is, all symbolic links followed, if that is in the folder. Undefined: it lies elsewhere, or is not
 * there. Both are paths of the system.
 */
export async function placeInside(folder: string, file: string): Promise<string | undefined> {
  try {
    const [root, place] = await Promise.all([realpath(folder), realpath(file)]);
    const path = relative(root, place);
    // On another drive of Windows the path between them is absolute.
    const isInside = path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !/^([a-z]:|[\\/])/i.test(path);
    return isInside ? place : undefined;
  } catch {
    return undefined;
  }
}
