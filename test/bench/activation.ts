import { EXTENSION_ID } from '../launch/sessionFolders';
import { until } from '../launch/until';
import { activationInNode } from './activationInNode';
import type { Benchmark, Figure } from './benchmark';
import { productionVsix } from './productionBuild';
import { emptyStub, packStub } from './stubExtension';
import { installBeside, openWith, settled } from './windows';

const windows = 9;

/** Milliseconds, as VS Code counts them: whole ones. */
interface Times {
  readonly load: number;
  readonly call: number;
  readonly finish: number;
}

export const activation: Benchmark = {
  name: 'activation',
  title: `Starting the extension, by the clock of VS Code (its "Startup Performance") and in a bare Node`,
  run: async () => [...(await inVsCode()), ...(await activationInNode())],
};

async function inVsCode(): Promise<readonly Figure[]> {
  const stub = await emptyStub();
  const session = await openWith(await productionVsix());
  const ids = { ours: EXTENSION_ID, stub: stub.id };
  const seen: Record<keyof typeof ids, Times[]> = { ours: [], stub: [] };
  try {
    await installBeside(session, await packStub(stub));
    for (let window = 0; window < windows; window += 1) {
      await session.reload();
      await settled(session, ids.ours, ids.stub);
      await session.vscode.executeCommand('perfview.show');
      const report = await until('the report of VS Code', async () => {
        const { text } = (await session.vscode.activeEditor()) ?? { text: '' };
        return text.includes(ids.ours) && text;
      });
      seen.ours.push(readTimes(report, ids.ours));
      seen.stub.push(readTimes(report, ids.stub));
      await session.vscode.executeCommand('workbench.action.closeAllEditors');
    }
  } finally {
    await session.close();
  }
  const figure = (what: string, times: readonly Times[], pick: (times: Times) => number): Figure => {
    return { what, unit: 'ms', samples: times.map(pick) };
  };
  const whole = ({ load, call, finish }: Times) => load + call + finish;
  const stubWhole = figure('empty stub', seen.stub, whole);
  return [
    { ...figure('load, call and finish', seen.ours, whole), goal: 5, against: stubWhole },
    figure('  loading the code', seen.ours, ({ load }) => load),
    figure('  calling activate', seen.ours, ({ call }) => call),
    figure('  until its promise resolved', seen.ours, ({ finish }) => finish),
    stubWhole,
  ];
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
