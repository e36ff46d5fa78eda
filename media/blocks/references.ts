import type { Env } from 'markdown-it';
import type { Block } from './blocks';

type Definitions = NonNullable<Env['references']>;

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
  private readonly waiting = new Map<string, Set<Waiter>>();
  private count = 0;

  /** For parsing blocks, which writes what it finds into the environment. */
  openEnv(): Env {
    return { references: Object.create(this.finished) };
  }

  scope(env: Env = this.openEnv()): Scope {
    const own = Object.entries(env.references ?? {});
    return { env, key: `${this.count}${own.length === 0 ? '' : JSON.stringify(own)}` };
  }

  /** Takes definitions over from an environment in which finished blocks were parsed. */
  finish(labels: readonly string[], env: Env): void {
    const found = new Set<Waiter>();
    for (const label of labels) {
      const definition = env.references?.[label];
      if (!definition || this.finished[label]) continue;
      this.finished[label] = definition;
      this.count += 1;
      for (const waiter of this.waiting.get(label) ?? []) found.add(waiter);
      this.waiting.delete(label);
    }
    for (const waiter of found) waiter.refresh(this.scope());
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
    return parse({ references });
  }

  private wait(label: string, waiter: Waiter): void {
    const waiters = this.waiting.get(label);
    if (waiters) waiters.add(waiter);
    else this.waiting.set(label, new Set([waiter]));
  }
}

/** The labels of all definitions in these blocks, in order. */
export function labelsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'definition':
        return [block.label];
      case 'quote':
        return labelsIn(block.blocks);
      case 'list':
        return block.items.flatMap((item) => labelsIn(item.blocks));
      default:
        return [];
    }
  });
}
