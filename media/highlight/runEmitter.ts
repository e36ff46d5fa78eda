import type { Emitter } from 'highlight.js';
import type { TokenKind } from '../../src/protocol/theme';
import type { Run } from './runs';
import { tokenKind } from './tokenKinds';

/** Takes what the highlighter finds, which by itself would make HTML of it. */
export class RunEmitter implements Emitter {
  readonly runs: Run[] = [];
  private readonly kinds: (TokenKind | undefined)[] = [];

  addText(text: string): void {
    this.add({ text, kind: this.kinds.at(-1) });
  }

  startScope(scope: string): void {
    this.kinds.push(tokenKind(scope, this.kinds.at(-1)));
  }

  endScope(): void {
    this.kinds.pop();
  }

  openNode(scope: string): void {
    this.startScope(scope);
  }

  closeNode(): void {
    this.endScope();
  }

  /** Code in another language inside of this one. */
  __addSublanguage(emitter: Emitter): void {
    if (emitter instanceof RunEmitter) for (const run of emitter.runs) this.add(run);
  }

  finalize(): void {}

  toHTML(): string {
    return '';
  }

  private add(run: Run): void {
    const last = this.runs.at(-1);
    if (run.text === '') return;
    if (last?.kind === run.kind) this.runs.splice(-1, 1, { text: (last?.text ?? '') + run.text, kind: run.kind });
    else this.runs.push(run);
  }
}
