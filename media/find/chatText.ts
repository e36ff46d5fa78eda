import type { AnswerPart } from '../../src/protocol/answer';
import type { TurnView } from '../../src/protocol/chat';
import type { ToPanel } from '../../src/protocol/messages';
import { visibleText } from './visibleText';

/** A piece of the chat that is shown as a whole: a question, or one part of an answer. */
export interface Piece {
  readonly turnId: string;
  /** Which part of the answer; undefined for the question. */
  readonly part: number | undefined;
  /** What a person reads of it. Costly the first time. */
  readonly text: string;
}

/** The words of the chat, kept as they arrive, whether or not they are on the page yet. */
export class ChatText {
  private all: LivePiece[] = [];
  private missing = 0;

  /** Whether all turns of the chat are in it: the first ones may still be on their way. */
  get isWhole(): boolean {
    return this.missing === 0;
  }

  /** In the order of the chat. */
  get pieces(): readonly Piece[] {
    return this.all;
  }

  /** Takes in what happened. Tells the piece that has changed, or `all` if there are others now. */
  apply(fact: ToPanel): Piece | 'all' | undefined {
    switch (fact.type) {
      case 'snapshot':
        this.replaceAll(fact.turns.flatMap((turn) => piecesOf(turn)));
        this.missing = fact.earlier ?? 0;
        return 'all';
      case 'earlierTurns':
        if (fact.before !== this.all[0]?.turnId) return undefined;
        this.all = [...fact.turns.flatMap((turn) => piecesOf(turn)), ...this.all];
        this.missing -= fact.turns.length;
        return 'all';
      case 'turnAdded':
        this.all.push(...piecesOf(fact.turn));
        return 'all';
      case 'partAdded': {
        const part = this.all.filter(({ turnId, part }) => turnId === fact.turnId && part !== undefined).length;
        const last = this.all.findLastIndex(({ turnId }) => turnId === fact.turnId);
        if (last < 0) return undefined;
        this.all.splice(last + 1, 0, new LivePiece(fact.turnId, part, readingOf(fact.part)));
        return 'all';
      }
      case 'partGrew': {
        const piece = this.piece(fact.turnId, fact.part);
        return piece?.grow(fact.text) ? piece : undefined;
      }
      case 'partReplaced': {
        const piece = this.piece(fact.turnId, fact.part);
        piece?.replace(readingOf(fact.value));
        return piece;
      }
      default:
        return undefined;
    }
  }

  /** Forgets what was worked out for searching. */
  rest(): void {
    for (const piece of this.all) piece.rest();
  }

  /** What is the same as before stays the same piece, with what was worked out for it. */
  private replaceAll(pieces: readonly LivePiece[]): void {
    const before = new Map(this.all.map((piece) => [piece.key, piece]));
    this.all = pieces.map((piece) => {
      const old = before.get(piece.key);
      return old?.hasSource(piece) ? old : piece;
    });
  }

  private piece(turnId: string, part: number): LivePiece | undefined {
    return this.all.findLast((piece) => piece.turnId === turnId && piece.part === part);
  }
}

/** Where the words of a part come from. */
interface Reading {
  readonly source: string;
  readonly read: (source: string) => string;
}

class LivePiece implements Piece {
  private visible: string | undefined;

  constructor(
    readonly turnId: string,
    readonly part: number | undefined,
    private reading: Reading,
  ) {}

  get key(): string {
    return `${this.part ?? ''} ${this.turnId}`;
  }

  hasSource({ reading }: LivePiece): boolean {
    return this.reading.source === reading.source && this.reading.read === reading.read;
  }

  get text(): string {
    this.visible ??= this.reading.read(this.reading.source);
    return this.visible;
  }

  /** False if nothing of it is searched. */
  grow(text: string): boolean {
    const { source, read } = this.reading;
    if (read === nothing) return false;
    this.replace({ source: source + text, read });
    return true;
  }

  replace(reading: Reading): void {
    this.reading = reading;
    this.visible = undefined;
  }

  rest(): void {
    this.visible = undefined;
  }
}

function piecesOf(turn: TurnView): readonly LivePiece[] {
  const question = new LivePiece(turn.id, undefined, { source: turn.prompt, read: asWritten });
  return [question, ...turn.parts.map((part, index) => new LivePiece(turn.id, index, readingOf(part)))];
}

/** Of what is folded away, nothing is searched: it would have to be opened to be seen. */
function readingOf(part: AnswerPart): Reading {
  return part.kind === 'text' ? { source: part.text, read: visibleText } : { source: '', read: nothing };
}

function asWritten(source: string): string {
  return source;
}

function nothing(): string {
  return '';
}
