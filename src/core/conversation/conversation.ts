import type { Turn } from './turn';

/** A chat: a tree of turns and the leaf that is shown. Retried and edited turns are branches of the same parent. */
export class Conversation {
  private readonly turns = new Map<string, Turn>();
  /** The ids of the turns after each, in the order they were added. A panel asks for those of every turn it shows. */
  private readonly children = new Map<string | undefined, string[]>();
  private leafId: string | undefined;

  constructor(
    readonly id: string,
    turns: readonly Turn[] = [],
    leafId?: string,
  ) {
    for (const turn of turns) this.place(turn);
    this.leafId = leafId ?? turns.at(-1)?.id;
  }

  get isEmpty(): boolean {
    return this.turns.size === 0;
  }

  get leaf(): Turn | undefined {
    return this.leafId === undefined ? undefined : this.turns.get(this.leafId);
  }

  turn(id: string): Turn | undefined {
    return this.turns.get(id);
  }

  /** The turns that answer in the same place as this one, itself among them, in the order they were added. */
  siblings(id: string): readonly Turn[] {
    const turn = this.turns.get(id);
    const ids = turn ? this.continuations(turn.parentId) : [];
    return ids.flatMap((one) => this.turns.get(one) ?? []);
  }

  /** The turns that were asked right after this one, or first of all, in the order they were added. */
  continuations(id: string | undefined): readonly string[] {
    return this.children.get(id) ?? [];
  }

  /** Shows the branch of this turn, to the end of what was last added to it. False: there is no such turn. */
  show(id: string): boolean {
    if (!this.turns.has(id)) return false;
    const seen = new Set<string>();
    let leaf = id;
    for (let next: string | undefined = id; next !== undefined && !seen.has(next); next = this.lastAfter(next)) {
      // A damaged file could hold a ring.
      seen.add(next);
      leaf = next;
    }
    this.leafId = leaf;
    return true;
  }

  /** Shows the chat as far as this turn; what followed stays in its branch. False: there is no such turn. */
  showUpTo(id: string): boolean {
    if (!this.turns.has(id)) return false;
    this.leafId = id;
    return true;
  }

  /** Adds a turn and shows its branch. */
  add(turn: Turn): void {
    this.place(turn);
    this.leafId = turn.id;
  }

  /** Replaces a turn by its later state. */
  update(turn: Turn): void {
    if (this.turns.has(turn.id)) this.turns.set(turn.id, turn);
  }

  /** The turns from the first to the given one (by default the shown leaf). */
  path(toId = this.leafId): readonly Turn[] {
    const path: Turn[] = [];
    const seen = new Set<string>();
    for (let turn = toId === undefined ? undefined : this.turns.get(toId); turn; ) {
      // A damaged file could hold a ring.
      if (seen.has(turn.id)) break;
      seen.add(turn.id);
      path.push(turn);
      turn = turn.parentId === undefined ? undefined : this.turns.get(turn.parentId);
    }
    return path.reverse();
  }

  private place(turn: Turn): void {
    const known = this.turns.has(turn.id);
    this.turns.set(turn.id, turn);
    if (known) return;
    const siblings = this.children.get(turn.parentId);
    if (siblings) siblings.push(turn.id);
    else this.children.set(turn.parentId, [turn.id]);
  }

  private lastAfter(id: string): string | undefined {
    return this.children.get(id)?.at(-1);
  }
}
