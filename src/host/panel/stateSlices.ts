import type { PanelState } from '../../protocol/state';

type Slice = keyof PanelState;

/** Knows which slices of the state a panel has, so that only those go to it that changed. */
export class StateSlices {
  private readonly sent = new Map<Slice, string>();

  constructor(private readonly read: () => PanelState) {}

  /** All of it, for a snapshot. */
  all(): PanelState {
    const state = this.read();
    for (const slice of slicesOf(state)) this.sent.set(slice, JSON.stringify(state[slice]));
    return state;
  }

  /** The slices that the panel has in an older form; undefined if there are none. */
  changed(): Partial<PanelState> | undefined {
    const state = this.read();
    const changed = slicesOf(state).filter((slice) => JSON.stringify(state[slice]) !== this.sent.get(slice));
    if (changed.length === 0) return undefined;
    for (const slice of changed) this.sent.set(slice, JSON.stringify(state[slice]));
    return Object.fromEntries(changed.map((slice) => [slice, state[slice]]));
  }
}

function slicesOf(state: PanelState): readonly Slice[] {
  const names: Readonly<Record<Slice, true>> = { account: true, chat: true, window: true, start: true, context: true };
  return (Object.keys(names) as Slice[]).filter((name) => state[name] !== undefined);
}
