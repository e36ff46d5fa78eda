import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { execute } from './execute';
import { repositoryRoot } from './repositoryRoot';

export interface PackagedExtension {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Packs the extension as it would be published. Packing builds for production, which empties `dist`; the second build
 * brings the tests back, without which nothing could be run afterwards.
 */
export async function packageExtension(path: string): Promise<PackagedExtension> {
  const vsce = join(repositoryRoot, 'node_modules', '@vscode', 'vsce', 'vsce');
  const at = { cwd: repositoryRoot };
  try {
    await execute(process.execPath, [vsce, 'package', '--no-dependencies', '--out', path], at);
  } finally {
    await execute(process.execPath, ['esbuild.mjs'], at);
  }
  return { path, bytes: (await stat(path)).size };
}
