import type { Figure, Unit } from '../benchmark';
import { scaled } from '../scale';
import type { Cost } from './arena';
import type { ForEach } from './contest';
import { eachBetween } from './looks';
import { type RendererName, rendererNames, rendererTitles } from './renderers';

/** The most that ours may cost, in hundredths of what another does. */
export type Shares = Partial<ForEach<number>>;

/** Within this many characters of a place the frames count as being there: a block or two say little. */
const nearPlace = scaled(20_000, 500);

/** One row for each renderer. The goal is that of ours. */
export function rows<T>(
  what: string,
  unit: Unit,
  measured: ForEach<readonly T[]>,
  read: (one: T) => number,
  goal?: number,
): readonly Figure[] {
  const row = (name: RendererName) => ({
    ...{ what: `${what}, ${rendererTitles[name]}`, unit, samples: measured[name].map(read) },
    ...(name === 'ours' && goal !== undefined ? { goal } : {}),
  });
  return rendererNames.map(row);
}

/** What ours costs as a part of what the others cost, round by round. */
export function shareRows(what: string, costs: ForEach<readonly Cost[]>, goals: Shares): readonly Figure[] {
  const row = (other: RendererName): Figure => {
    const samples = costs.ours.map(({ cpu }, round) => (100 * cpu) / (costs[other][round]?.cpu ?? Number.NaN));
    const goal = goals[other];
    return {
      ...{ what: `${what}, ours of ${rendererTitles[other]}`, unit: '%', samples },
      ...(goal === undefined ? {} : { goal }),
    };
  };
  return rendererNames.filter((name) => name !== 'ours').map(row);
}

/** What a frame of ours costs late in a stream, beside one early in it. The places are in characters. */
export function growthRows(
  ours: readonly Cost[],
  chunks: readonly string[],
  [early, late]: readonly [number, number],
): readonly Figure[] {
  const chunkLength = chunks.join('').length / chunks.length;
  const frameAt = (place: number) =>
    ours.map(({ looks }) => eachBetween(looks, (place - nearPlace) / chunkLength, (place + nearPlace) / chunkLength));
  const [earlyMs, lateMs] = [frameAt(early), frameAt(late)];
  const growth = lateMs.map((ms, round) => (100 * ms) / (earlyMs[round] ?? Number.NaN));
  return [
    { what: `CPU of a frame at ${early / 1000} kB, ours`, unit: 'ms', samples: earlyMs },
    { what: `CPU of a frame at ${late / 1000} kB, ours`, unit: 'ms', samples: lateMs },
    { what: 'the later of the earlier', unit: '%', goal: 150, samples: growth },
  ];
}
