import type { Turn } from './turn';

/** Where a title is cut. Characters. */
const longestTitle = 80;

/** The name of a chat that was given none: the first words of its first question. Empty for a chat without one. */
export function titleOf(turns: readonly Pick<Turn, 'prompt'>[]): string {
  const first = turns[0]?.prompt ?? '';
  const line = first.split('\n').find((text) => text.trim() !== '') ?? '';
  return shortened(line.replace(/\s+/g, ' ').trim());
}

/** Cut at a word where there is one. */
export function shortened(line: string, most = longestTitle): string {
  const characters = [...line];
  if (characters.length <= most) return line;
  const cut = characters.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}
