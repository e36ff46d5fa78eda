import type { Benchmark, Figure } from './benchmark';
import { Arena } from './render/arena';
import { costsInTurn, costsOfOurs, framesOfEach, isSampled } from './render/contest';
import { inChunks, longAnswer } from './render/corpus/answers';
import { type HugeBlockName, hugeBlock, hugeBlockNames } from './render/corpus/hugeBlocks';
import { growthRows, rows, type Shares, shareRows } from './render/figures';
import { inOneLook } from './render/passes';
import { scaled } from './scale';

const rounds = scaled(3, 1);
/** An answer from this length on, in characters, is given in one round: that alone takes ten minutes. */
const longLength = scaled(450_000, 1_500);
/** Characters of an answer that ours alone shows, in minutes. */
const oursLength = scaled(500_000, 2_000);
const blockRounds = scaled(2, 1);
const blockLength = scaled(100_000, 1_000);
const blocks = hugeBlockNames.slice(0, scaled(hugeBlockNames.length, 1));
/** Where in a long answer its frames are compared: early, and late. Characters. */
const comparedPlaces = scaled([40_000, 440_000] as const, [500, 1_500] as const);
/** The longest that a frame of ours should take, in milliseconds. */
const longestFrame = 33;

/**
 * The panel against what editors and chats of today show Markdown with, all fed the same. The slow ones would take hours
 * for all frames of a long answer, so that there some are looked at: of all alike, and of ours the whole besides.
 */
export const renderBenchmarks: readonly Benchmark[] = [
  answerOf(10, {}),
  answerOf(100, {}),
  answerOf(500, { reactMarkdown: 1, streamdown: 20 }),
  {
    name: 'render-ours',
    title: `An answer of ${oursLength / 1000} kB as it comes in, shown by the panel alone: every frame`,
    run: () => Arena.use(oursFigures),
  },
  {
    name: 'render-blocks',
    title: `Answers of ${blockLength / 1000} kB that are one block, as they come in: by samples of the frames`,
    run: () =>
      Arena.use(async (arena) => {
        const figures: Figure[] = [];
        for (const block of blocks) figures.push(...(await blockFigures(arena, block)));
        return figures;
      }),
  },
];

function answerOf(kilobytes: number, goals: Shares): Benchmark {
  const chunks = inChunks(longAnswer(kilobytes * scaled(1000, 4)));
  const how = isSampled(chunks) ? 'by samples of the frames' : 'every frame';
  return {
    name: `render-${kilobytes}`,
    title: `An answer of ${kilobytes} kB as it comes in: ${how}`,
    run: () => Arena.use((arena) => answerFigures(arena, chunks, goals)),
  };
}

async function answerFigures(arena: Arena, chunks: readonly string[], goals: Shares): Promise<readonly Figure[]> {
  const times = isLong(chunks) ? 1 : rounds;
  const costs = await costsInTurn(arena, chunks, times);
  const frames = await framesOfEach(arena, chunks, times);
  return [
    ...rows('CPU', 's', costs, ({ cpu }) => cpu / 1000),
    ...shareRows('CPU', costs, goals),
    ...(isSampled(chunks) ? await wholeRows(arena, chunks, times) : []),
    ...rows('longest frame', 'ms', frames, ({ longest }) => longest, longestFrame),
    ...rows('late frames', 'frames', frames, ({ late }) => late),
    ...rows('heap', 'MiB', costs, ({ heap }) => heap),
  ];
}

async function oursFigures(arena: Arena): Promise<readonly Figure[]> {
  const chunks = inChunks(longAnswer(oursLength));
  const { longest, late } = await arena.framesOf('ours', chunks, inOneLook);
  return [
    { what: 'longest frame, ours', unit: 'ms', goal: longestFrame, samples: [longest] },
    { what: 'late frames, ours', unit: 'frames', samples: [late] },
    ...(await wholeRows(arena, chunks, 1)),
  ];
}

function isLong(chunks: readonly string[]): boolean {
  return chunks.join('').length > longLength;
}

/** Every frame of ours. */
async function wholeRows(arena: Arena, chunks: readonly string[], times: number): Promise<readonly Figure[]> {
  const whole = await costsOfOurs(arena, chunks, times);
  return [
    { what: 'CPU, ours, every frame', unit: 's', samples: whole.map(({ cpu }) => cpu / 1000) },
    ...(isLong(chunks) ? growthRows(whole, chunks, comparedPlaces) : []),
  ];
}

async function blockFigures(arena: Arena, block: HugeBlockName): Promise<readonly Figure[]> {
  const chunks = inChunks(hugeBlock(block, blockLength));
  const costs = await costsInTurn(arena, chunks, blockRounds);
  const { longest } = await arena.framesOf('ours', chunks, inOneLook);
  return [
    ...rows(`${block}: CPU`, 's', costs, ({ cpu }) => cpu / 1000),
    ...shareRows(`${block}: CPU`, costs, { reactMarkdown: 100 / 15 }),
    { what: `${block}: longest frame, ours`, unit: 'ms', goal: longestFrame, samples: [longest] },
  ];
}
