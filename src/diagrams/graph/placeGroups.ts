import { lineHeight } from '../base/label';
import type { GraphGroup } from './graph';
import type { PlacedGroup, PlacedNode } from './placed';

const pad = 12;

/** Draws each group around what is in it, with its title above. */
export function placeGroups(groups: readonly GraphGroup[], nodes: readonly PlacedNode[]): readonly PlacedGroup[] {
  const placed = new Map<string, PlacedGroup>();
  // A group comes before those within it.
  for (const group of groups.toReversed()) {
    const inside = [...nodes, ...placed.values()].filter(({ parent }) => parent === group.id);
    placed.set(group.id, around(group, inside));
  }
  return groups.flatMap(({ id }) => placed.get(id) ?? []);
}

function around(group: GraphGroup, inside: readonly (PlacedNode | PlacedGroup)[]): PlacedGroup {
  const title = group.label.height === 0 ? 0 : Math.max(group.label.height, lineHeight) + 2;
  const left = Math.min(...inside.map(({ x, width }) => x - width / 2)) - pad;
  const right = Math.max(...inside.map(({ x, width }) => x + width / 2)) + pad;
  const top = Math.min(...inside.map(({ y, height }) => y - height / 2)) - pad - title;
  const bottom = Math.max(...inside.map(({ y, height }) => y + height / 2)) + pad;
  const width = Math.max(right - left, group.label.width * 1.08 + pad * 2);
  return { ...group, x: (left + right) / 2, y: (top + bottom) / 2, width, height: bottom - top };
}
