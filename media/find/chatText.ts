import { type AnswerPart, continues, grownPart, partSearchText } from '../../src/parts/answerPart';
import type { TurnView } from '../../src/protocol/chat';
import type { ToPanel } from '../../src/protocol/messages';
import { visibleText } from './visibleText';

/** A piece of the chat that is shown as a whole: a question, or the parts of an answer that are read as one. */
export interface Piece {
  readonly turnId: string;
  /** Which part of the answer is the first in it; undefined for the question. */
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

  /** Applies a fact. Returns the piece that has changed, or `all` if there are other pieces now. */
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
      // One that belongs in between never comes here: the page asks for all of it instead.
      case 'partAdded': {
        const at = this.all.findLastIndex(({ turnId }) => turnId === fact.turnId);
        const last = this.all[at];
        if (!last) return undefined;
        if (last.add(fact.part)) return last;
        this.all.splice(at + 1, 0, new LivePiece(fact.turnId, last.nextPart, [fact.part]));
        return 'all';
      }
      case 'partGrew':
        return this.change(fact, (part) => grownPart(part, fact.text));
      case 'partReplaced':
        return this.change(fact, () => fact.value);
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
      return old?.isSame(piece) ? old : piece;
    });
  }

  private change(
    { turnId, part }: { readonly turnId: string; readonly part: number },
    change: (part: AnswerPart) => AnswerPart,
  ): Piece | undefined {
    const piece = this.all.findLast((one) => one.turnId === turnId && one.part !== undefined && one.part <= part);
    return piece?.change(part, change) ? piece : undefined;
  }
}

/** A question, or parts of an answer that are read as one. */
class LivePiece implements Piece {
  private visible: string | undefined;

  constructor(
    readonly turnId: string,
    readonly part: number | undefined,
    private readonly content: string | AnswerPart[],
  ) {}

  get key(): string {
    return `${this.part ?? ''} ${this.turnId}`;
  }

  /** The number of the part that comes after those in it. */
  get nextPart(): number {
    return typeof this.content === 'string' ? 0 : (this.part ?? 0) + this.content.length;
  }

  get text(): string {
    this.visible ??= typeof this.content === 'string' ? this.content : visibleText(this.source);
    return this.visible;
  }

  isSame(other: LivePiece): boolean {
    return this.kinds === other.kinds && this.source === other.source;
  }

  /** False if the part does not continue what is here. */
  add(part: AnswerPart): boolean {
    const { content } = this;
    if (typeof content === 'string' || !continues(content.at(-1)?.kind, part.kind)) return false;
    content.push(part);
    this.visible = undefined;
    return true;
  }

  /** False if nothing of the part is searched, or it is not here. */
  change(index: number, change: (part: AnswerPart) => AnswerPart): boolean {
    const { content } = this;
    const at = index - (this.part ?? 0);
    const part = typeof content === 'string' ? undefined : content[at];
    if (!part || typeof content === 'string') return false;
    const before = partSearchText(part);
    const changed = change(part);
    content[at] = changed;
    this.visible = undefined;
    return before !== '' || partSearchText(changed) !== '';
  }

  rest(): void {
    this.visible = undefined;
  }

  private get source(): string {
    const { content } = this;
    return typeof content === 'string' ? content : content.map((part) => partSearchText(part)).join('');
  }

  private get kinds(): string {
    const { content } = this;
    return typeof content === 'string' ? '' : content.map(({ kind }) => kind).join();
  }
}

function piecesOf({ id, prompt, parts }: TurnView): readonly LivePiece[] {
  const pieces = [new LivePiece(id, undefined, prompt)];
  for (const [index, part] of parts.entries()) {
    if (!pieces.at(-1)?.add(part)) pieces.push(new LivePiece(id, index, [part]));
  }
  return pieces;
}
