import { type Label, readLabel } from '../base/label';
import type { Actor, Sequence, Step } from './sequence';

/** Room on both sides of a text that stands between two columns. */
const textRoom = 28;
export const loopWidth = 34;
export const notePad = 10;
export const noteGap = 10;

/** Where the line of an actor stands, and how much room its name takes. */
export interface Column extends Actor {
  readonly name: Label;
  readonly x: number;
  readonly width: number;
}

/** Puts the actors side by side, so far apart that what stands between them has room. */
export function placeColumns({ actors, steps }: Sequence): ReadonlyMap<string, Column> {
  const names = actors.map(({ label }) => readLabel(label, 160));
  const widths = names.map(({ width }) => Math.max(70, width + 24));
  const at = new Map(actors.map(({ id }, index) => [id, index]));
  const gaps = widths.slice(1).map((width, index) => (width + (widths[index] ?? 0)) / 2 + 30);
  for (const { from, to, width } of needs(steps, at).sort((a, b) => a.to - a.from - (b.to - b.from))) {
    const missing = width - gaps.slice(from, to).reduce((sum, gap) => sum + gap, 0);
    if (missing <= 0) continue;
    for (let gap = from; gap < to; gap++) gaps[gap] = (gaps[gap] ?? 0) + missing / (to - from);
  }
  let x = 0;
  const columns = new Map<string, Column>();
  for (const [index, actor] of actors.entries()) {
    if (index > 0) x += gaps[index - 1] ?? 0;
    columns.set(actor.id, { ...actor, name: names[index] ?? readLabel(''), x, width: widths[index] ?? 0 });
  }
  return columns;
}

/** So wide the way from one column to a later one has to be. */
interface Need {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

function needs(steps: readonly Step[], at: ReadonlyMap<string, number>): Need[] {
  const last = at.size - 1;
  return steps.flatMap((step): readonly Need[] => {
    if (step.kind === 'block') return step.sections.flatMap((section) => needs(section.steps, at));
    if (step.kind === 'activation') return [];
    const places = step.kind === 'message' ? [step.from, step.to] : step.actors;
    const indices = places.map((id) => at.get(id) ?? 0);
    const [from, to] = [Math.min(...indices), Math.max(...indices)];
    const { width } = readLabel(step.text);
    if (step.kind === 'message') {
      if (from !== to) return [{ from, to, width: width + textRoom + (step.number === undefined ? 0 : 14) }];
      return from < last ? [{ from, to: from + 1, width: width + loopWidth + textRoom }] : [];
    }
    const box = width + notePad * 2 + noteGap * 2;
    if (step.place === 'left') return from > 0 ? [{ from: from - 1, to: from, width: box + 10 }] : [];
    if (step.place === 'right') return to < last ? [{ from: to, to: to + 1, width: box + 10 }] : [];
    const sides = [
      { from: from - 1, to: from, width: box / 2 + 10 },
      { from: to, to: to + 1, width: box / 2 + 10 },
    ];
    return from === to ? sides.filter((side) => side.from >= 0 && side.to <= last) : [{ from, to, width: box - 30 }];
  });
}
