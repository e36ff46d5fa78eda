/** `npm run package`: the .vsix in the root of the checkout. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageExtension } from './packageExtension';
import { repositoryRoot } from './repositoryRoot';

const manifest: unknown = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'));
const { name, version } = manifest as { readonly name: string; readonly version: string };

packageExtension(join(repositoryRoot, `${name}-${version}.vsix`)).then(
  ({ path, bytes }) => console.log(`${basename(path)}  ${(bytes / 1024).toFixed(0)} KiB`),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
