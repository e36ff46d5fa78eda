import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './benchmark';

/** The script that the panel starts with, out of a build for production, as it would travel. What it loads later is not in it. */
export async function panelScriptSize(dist: string): Promise<Figure> {
  const script = await readFile(join(dist, 'panel', 'panel.js'));
  const samples = [gzipSync(script, { level: 9 }).length / 1000];
  return { what: 'panel, script it starts with, gzipped', unit: 'kB', goal: 120, samples };
}
