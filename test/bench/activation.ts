import { NodeFiles } from '../../src/host/platform/nodeFiles';
import type { CommandId } from '../../src/manifest';
import type { VsCodeSession } from '../launch/session';
import { EXTENSION_ID } from '../launch/sessionFolders';
import { until } from '../launch/until';
import { activationInNode } from './activationInNode';
import type { Benchmark, Figure } from './benchmark';
import { productionVsix, productionVsixStartedLate } from './productionBuild';
import { writeSampleChats } from './sampleChats';
import { isSmoke, scaled } from './scale';
import { emptyStub, registeringStub, type Stub, sleepingStub } from './stubExtension';
import { installBeside, openWith, settled } from './windows';

const windows = scaled(7, 1);
const manyChats = scaled(5_000, 5);

/** Milliseconds, as VS Code counts them: whole ones. */
interface Times {
  readonly load: number;
  readonly call: number;
  readonly finish: number;
}

export const activation: Benchmark = {
  name: 'activation',
  title: `Starting the extension, by the clock of VS Code (its "Startup Performance") and in a bare Node`,
  run: async () => [
    ...(await inVsCode('late', await lateStubs(), productionVsixStartedLate)),
    // The next line goes the same way, with chats on the disk besides.
    ...(isSmoke ? [] : await inVsCode('with the window', { empty: await emptyStub() }, productionVsix)),
    ...(await inVsCode('with the window', { empty: await emptyStub() }, productionVsix, manyChats)),
    ...(await activationInNode()),
  ],
};

interface Stubs {
  readonly empty: Stub;
  /** It registers as many commands as ours. */
  readonly registering?: Stub;
}

async function lateStubs(): Promise<Stubs> {
  return { empty: await sleepingStub(), registering: await registeringStub() };
}

/** By which each is started late. */
const commands = {
  ours: 'geminiInteractions.stop' satisfies CommandId,
  empty: 'geminiBench.nothing',
  registering: 'geminiBench.register0',
};
type Name = keyof typeof commands;

/**
 * VS Code counts from when it begins to load one extension, and waits in between. What starts with the window is loaded
 * together with its own extensions, so their time is counted too; what is started late, in a quiet window, is alone.
 */
async function inVsCode(
  start: 'late' | 'with the window',
  stubs: Stubs,
  pack: () => Promise<string>,
  chats = 0,
): Promise<readonly Figure[]> {
  const session = await openWith(pack);
  await writeSampleChats(new NodeFiles(session.storageDir), chats);
  const { empty, registering } = stubs;
  const ids: readonly (readonly [Name, string])[] = [
    ['ours', EXTENSION_ID],
    ['empty', empty.id],
    ...(registering ? [['registering', registering.id] as const] : []),
  ];
  const extensions = ids.map(([, id]) => id);
  const seen: Record<Name, Times[]> = { ours: [], empty: [], registering: [] };
  try {
    await installBeside(session, empty);
    if (registering) await installBeside(session, registering);
    for (let window = 0; window < windows; window += 1) {
      await session.reload();
      if (start === 'with the window') await settled(session, ...extensions);
      else {
        await settled(session);
        // Whoever is first may pay for the others.
        const order = ids.map((_, place) => ids[(place + window) % ids.length]?.[0] ?? 'ours');
        for (const name of order) await session.vscode.executeCommand(commands[name]);
      }
      const report = await startupReport(session, extensions);
      for (const [name, id] of ids) seen[name].push(readTimes(report, id));
    }
  } finally {
    await session.close();
  }
  const figure = (what: string, times: readonly Times[], pick: (times: Times) => number): Figure => {
    return { what, unit: 'ms', samples: times.map(pick) };
  };
  const whole = ({ load, call, finish }: Times) => load + call + finish;
  const how = chats > 0 ? `started ${start} and ${chats} chats` : `started ${start}`;
  const emptyWhole = figure(`${how}: empty stub`, seen.empty, whole);
  const oursWhole = { ...figure(`${how}: load, call and finish`, seen.ours, whole), against: emptyWhole };
  return [
    start === 'late' ? { ...oursWhole, goal: 5 } : oursWhole,
    figure('  loading the code', seen.ours, ({ load }) => load),
    figure('  calling activate', seen.ours, ({ call }) => call),
    figure('  until its promise resolved', seen.ours, ({ finish }) => finish),
    emptyWhole,
    ...(registering ? [figure(`${how}: stub with as many commands`, seen.registering, whole)] : []),
  ];
}

async function startupReport({ vscode }: VsCodeSession, ids: readonly string[]): Promise<string> {
  await vscode.executeCommand('perfview.show');
  const report = await until('the report of VS Code', async () => {
    const { text } = (await vscode.activeEditor()) ?? { text: '' };
    return ids.every((id) => text.includes(id)) && text;
  });
  await vscode.executeCommand('workbench.action.closeAllEditors');
  return report;
}

/** Reads the line `| id | startup | load | call | finish | event | by |` of the report. */
function readTimes(report: string, id: string): Times {
  const line = report.split('\n').find((candidate) => candidate.includes(`| ${id} `));
  const [, , , load, call, finish] = (line ?? '').split('|').map((cell) => Number(cell.trim()));
  if (load === undefined || call === undefined || finish === undefined || !Number.isFinite(load + call + finish)) {
    throw new Error(`The report of VS Code has no times of ${id}: ${line ?? report.slice(0, 2000)}`);
  }
  return { load, call, finish };
}
