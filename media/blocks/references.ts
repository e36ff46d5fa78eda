import type { Env } from 'markdown-it';
import { Footnotes, footnotesIn, withFootnotes } from '../../src/markdown/footnotes';
import { parser } from '../../src/markdown/parser';
import type { Block } from './blocks';

type Definitions = NonNullable<Env['references']>;

/** Tells the label of a footnote from that of a definition. */
const footnoteMark = '^ ';

/** What a parser may look up. Two scopes with the same key hold the same definitions. */
export interface Scope {
  readonly env: Env;
  readonly key: string;
}

/** Shows text that named a definition which had not come yet. */
export interface Waiter {
  refresh(scope: Scope): void;
}

/**
 * The definitions of an answer, `[a]: https://…`, which may come long after the text that refers to them. Those of finished
 * blocks are kept here; those of the unfinished end lie before them in a prototype chain, as a later half of a line may
 * change them.
 */
export class References {
  private readonly finished: Definitions = Object.create(null);
  private readonly footnotes = new Footnotes();
  private readonly waiting = new Map<string, Set<Waiter>>();
  private count = 0;

  /** For parsing blocks, which writes what it finds into the environment. */
  openEnv(): Env {
    return withFootnotes({ references: Object.create(this.finished) }, new Footnotes(this.footnotes));
  }

  scope(env: Env = this.openEnv()): Scope {
    const own = Object.entries(env.references ?? {});
    const notes = footnotesIn(env)?.key ?? '';
    return { env, key: `${this.count} ${notes}${own.length === 0 ? '' : JSON.stringify(own)}` };
  }

  /** Takes definitions and footnotes over from finished blocks, and the environment in which they were parsed. */
  finish(blocks: readonly Block[], env: Env): void {
    const found: string[] = [];
    for (const label of labelsIn(blocks)) {
      const definition = env.references?.[label];
      if (!definition || this.finished[label]) continue;
      this.finished[label] = definition;
      this.count += 1;
      found.push(label);
    }
    for (const block of blocks) {
      if (block.kind !== 'footnote') continue;
      const label = parser.utils.normalizeReference(block.label);
      this.footnotes.add(label);
      found.push(footnoteMark + label);
    }
    this.wake(found);
  }

  private wake(labels: readonly string[]): void {
    const waiters = new Set(labels.flatMap((label) => [...(this.waiting.get(label) ?? [])]));
    for (const label of labels) this.waiting.delete(label);
    for (const waiter of waiters) waiter.refresh(this.scope());
  }

  /**
   * Runs `parse` and calls the waiter back when one of the labels comes that were looked up in vain.
   */
  watch<T>(waiter: Waiter, parse: (env: Env) => T): T {
    const references = new Proxy(this.finished, {
      get: (target, label) => {
        if (typeof label !== 'string') return undefined;
        const definition = target[label];
        if (!definition) this.wait(label, waiter);
        return definition;
      },
    });
    const footnotes = new Footnotes(this.footnotes, (label) => this.wait(footnoteMark + label, waiter));
    return parse(withFootnotes({ references }, footnotes));
  }

  private wait(label: string, waiter: Waiter): void {
    const waiters = this.waiting.get(label);
    if (waiters) waiters.add(waiter);
    else this.waiting.set(label, new Set([waiter]));
  }
}

/** The labels of all definitions in these blocks, in order. */
function labelsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'definition':
        return [block.label];
      case 'quote':
      case 'footnote':
        return labelsIn(block.blocks);
      case 'list':
        return block.items.flatMap((item) => labelsIn(item.blocks));
      default:
        return [];
    }
  });
}
