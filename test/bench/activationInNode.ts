import { join } from 'node:path';
import { execute } from '../launch/execute';
import type { Figure } from './benchmark';
import { productionBuild } from './productionBuild';
import { sampleLibrary } from './sampleLibrary';
import { scaled } from './scale';
import { emptyStub } from './stubExtension';

const rounds = scaled(15, 1);
const chats = scaled(5_000, 5);

/** What one fresh process tells of one start. */
export interface StartReport {
  readonly loadMs: number;
  readonly activateMs: number;
  /** Calls of file system, network and process functions, from the end of loading until all is quiet. */
  readonly calls: readonly string[];
}

/**
 * The same in fresh Node processes, with a `vscode` that does nothing: what our own code takes, to the fraction of a
 * millisecond, and whether it calls upon files or the network.
 */
export async function activationInNode(): Promise<readonly Figure[]> {
  const ours = join(await productionBuild(), 'dist', 'extension.js');
  const programs = {
    ours: [ours],
    oursWithChats: [ours, (await sampleLibrary(chats)).folder],
    stub: [join((await emptyStub()).folder, 'main.js')],
  };
  const seen: Record<keyof typeof programs, StartReport[]> = { ours: [], oursWithChats: [], stub: [] };
  for (let round = -1; round < rounds; round += 1) {
    for (const name of ['ours', 'oursWithChats', 'stub'] as const) {
      const report = await execute(process.execPath, [join(__dirname, 'startInNodeMain.js'), ...programs[name]]);
      if (round >= 0) seen[name].push(JSON.parse(report));
    }
  }
  const names = new Set([...seen.ours, ...seen.oursWithChats].flatMap(({ calls }) => calls));
  if (names.size > 0) console.log(`Called in activate: ${[...names].join(', ')}`);
  const milliseconds = (what: string, reports: readonly StartReport[]): Figure => {
    return { what, unit: 'ms', samples: reports.map(({ loadMs, activateMs }) => loadMs + activateMs) };
  };
  const stub = milliseconds('empty stub in bare Node', seen.stub);
  const without = milliseconds('bare Node, idle API: load and call', seen.ours);
  return [
    { ...without, against: stub },
    { what: '  loading the code', unit: 'ms', samples: seen.ours.map(({ loadMs }) => loadMs) },
    { what: '  calling activate', unit: 'ms', samples: seen.ours.map(({ activateMs }) => activateMs) },
    { ...milliseconds(`  load and call with ${chats} chats on the disk`, seen.oursWithChats), against: without },
    stub,
    {
      what: 'calls of node:fs, net, tls, dns, http, fetch, child_process, vscode fs in activate',
      unit: 'calls',
      goal: 0,
      samples: [...seen.ours, ...seen.oursWithChats].map(({ calls }) => calls.length),
    },
  ];
}
