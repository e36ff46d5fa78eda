/** A sequence diagram as its text tells it, before anything has a place. */
export interface Sequence {
  readonly actors: readonly Actor[];
  readonly steps: readonly Step[];
  readonly title: string;
}

export interface Actor {
  readonly id: string;
  readonly label: string;
  readonly isPerson: boolean;
}

export type Step =
  | Message
  | {
      readonly kind: 'note';
      readonly place: 'left' | 'right' | 'over';
      readonly actors: readonly string[];
      readonly text: string;
    }
  | { readonly kind: 'activation'; readonly actor: string; readonly isActive: boolean }
  | Block;

export interface Message {
  readonly kind: 'message';
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly isDotted: boolean;
  readonly head: MessageHead;
  /** There is a head at its beginning as well. */
  readonly isTwoWay: boolean;
  readonly number: number | undefined;
}

export type MessageHead = 'none' | 'arrow' | 'open' | 'cross';

/** Steps within a frame: `loop`, `alt` and the like. `rect` has no name on it. */
export interface Block {
  readonly kind: 'block';
  readonly name: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly label: string;
  readonly steps: readonly Step[];
}
