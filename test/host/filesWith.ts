import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files below the folder that hold the text, whether as UTF-8 or as UTF-16, which databases use. */
export async function filesWith(text: string, folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (bytes.includes(text) || bytes.includes(text, 0, 'utf16le')) found.push(path);
  }
  return found;
}
