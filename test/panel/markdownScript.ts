import assert from 'node:assert/strict';
import { build } from 'esbuild';

/** A script that brings the Markdown of the panel into a page by itself. It leaves functions in its window. */
export async function markdownScript(): Promise<string> {
  const entryPoints = ['test/panel/page/markdownPage.ts'];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife' });
  const [script] = outputFiles;
  assert.ok(script);
  return script.text;
}
