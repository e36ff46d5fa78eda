import { isSmoke, scaled } from '../scale';
import type { Arena, Cost, Frames } from './arena';
import { bySamples, fromEndToEnd, inOneLook, type Pass } from './passes';
import { type RendererName, rendererNames } from './renderers';

export type ForEach<T> = Readonly<Record<RendererName, T>>;

/** A stream of so many chunks can be shown in full by the slowest of them. */
const fewChunks = scaled(500, 40);

export function isSampled(chunks: readonly string[]): boolean {
  return passFor(chunks) === bySamples;
}

/** What it costs each of them to show the same stream, looked at alike: in turn, and in reversed order the next time. */
export async function costsInTurn(
  arena: Arena,
  chunks: readonly string[],
  rounds: number,
): Promise<ForEach<readonly Cost[]>> {
  if (isSmoke) {
    const ours = [await arena.costOf('ours', chunks, passFor(chunks))];
    return { ours, ...standIns(ours) };
  }
  const costs: ForEach<Cost[]> = { ours: [], streamdown: [], marked: [], reactMarkdown: [] };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? rendererNames : rendererNames.toReversed();
    for (const name of order) costs[name].push(await arena.costOf(name, chunks, passFor(chunks)));
  }
  return costs;
}

/**
 * The frames they make of it. Of ours all are looked at, in every round, since the longest of all is wanted. Of the others
 * those are that their costs were taken from, once: by how much they are late is no close matter.
 */
export async function framesOfEach(
  arena: Arena,
  chunks: readonly string[],
  rounds: number,
): Promise<ForEach<readonly Frames[]>> {
  const ours: Frames[] = [];
  for (let round = 0; round < rounds; round += 1) ours.push(await arena.framesOf('ours', chunks, inOneLook));
  if (isSmoke) return { ours, ...standIns(ours) };
  const others = async (name: RendererName) => [await arena.framesOf(name, chunks, passFor(chunks))];
  return {
    ours,
    streamdown: await others('streamdown'),
    marked: await others('marked'),
    reactMarkdown: await others('reactMarkdown'),
  };
}

/** In a smoke run: the others would have to be downloaded. */
function standIns<T>(ours: T): Omit<ForEach<T>, 'ours'> {
  return { streamdown: ours, marked: ours, reactMarkdown: ours };
}

/** What ours costs, with every frame of it looked at. */
export async function costsOfOurs(arena: Arena, chunks: readonly string[], rounds: number): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await arena.costOf('ours', chunks, fromEndToEnd));
  return costs;
}

function passFor(chunks: readonly string[]): Pass {
  return chunks.length > fewChunks ? bySamples : fromEndToEnd;
}
