import type { Turn } from '../../conversation/turn';

/**
 * Parents before children, else in the order given. A turn whose parent is nowhere to be found, or is itself, is hung on
 * the one given before it: of a damaged chat as much as possible stays one conversation.
 */
export function inTreeOrder(turns: readonly Turn[]): readonly Turn[] {
  const placed = new Set<string>();
  const ordered: Turn[] = [];
  const waiting = new Map<string, Turn[]>();
  const place = (first: Turn) => {
    const ready = [first];
    for (let turn = ready.shift(); turn; turn = ready.shift()) {
      ordered.push(turn);
      placed.add(turn.id);
      ready.push(...(waiting.get(turn.id) ?? []));
      waiting.delete(turn.id);
    }
  };
  for (const turn of turns) {
    const { parentId } = turn;
    if (parentId === undefined || placed.has(parentId)) place(turn);
    else waiting.set(parentId, [...(waiting.get(parentId) ?? []), turn]);
  }
  turns.forEach((turn, index) => {
    if (placed.has(turn.id)) return;
    const siblings = waiting.get(turn.parentId ?? '') ?? [];
    waiting.set(
      turn.parentId ?? '',
      siblings.filter((other) => other !== turn),
    );
    place({ ...turn, parentId: turns[index - 1]?.id });
  });
  return ordered;
}
