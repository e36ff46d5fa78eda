import type { AnswerPart } from '../../parts/answerPart';

/** What of a turn goes to a panel. */
export interface SentTurn {
  readonly prompt: string;
  readonly parts: readonly AnswerPart[];
}

export interface PieceSize {
  readonly turns: number;
  /** UTF-16 units of everything in them. */
  readonly characters: number;
}

/** What a chat opens with: a screen or two, since the first picture waits for it. */
export const firstPiece: PieceSize = { turns: 12, characters: 24_000 };

/** What comes in one piece after that. Neither the host nor the panel may miss a frame because of it. */
export const nextPiece: PieceSize = { turns: 50, characters: 150_000 };

/** Where the piece begins that ends before `end`: with as many turns as fit into it, and at least one. */
export function pieceStart(turns: readonly SentTurn[], end: number, most: PieceSize): number {
  let characters = 0;
  let start = end;
  while (start > 0 && end - start < most.turns) {
    characters += lengthOf(turns[start - 1]);
    if (characters > most.characters && start < end) break;
    start -= 1;
  }
  return start;
}

function lengthOf(turn: SentTurn | undefined): number {
  return turn ? turn.prompt.length + turn.parts.reduce((sum, part) => sum + lengthOfPart(part), 0) : 0;
}

/** The bytes of media stay here. */
function lengthOfPart(part: AnswerPart): number {
  return part.kind === 'media' ? 0 : textLength(part);
}

/** All the text in a value, whatever kind of part it belongs to. */
function textLength(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, field: unknown) => sum + textLength(field), 0);
}
