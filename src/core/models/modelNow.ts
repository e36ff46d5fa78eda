import { modelFacts } from './modelFacts';

/** The model to ask, and the one that was wanted if that is gone. Ids as a request names them. */
export interface ModelNow {
  readonly model: string;
  readonly replaces?: string;
}

/**
 * What takes the place of a model on a day, as in `2026-12-01`: itself, unless it has retired by then. One that is not
 * known is asked as it is: it may be newer than this version of the product.
 */
export function modelNow(wanted: string, day: string): ModelNow {
  const asked = wanted.replace(/^models\//, '');
  let model = asked;
  // A successor may have retired, too. A table with a circle must not hang.
  for (const seen = new Set<string>(); !seen.has(model); ) {
    seen.add(model);
    model = successorOf(model, day) ?? model;
  }
  return model === asked ? { model: wanted } : { model, replaces: asked };
}

/** Notes that the user is told of a model that was replaced. `told`: those of this window. False: the user knows. */
export function tellOnce(told: Set<string>, replaced: string | undefined): replaced is string {
  if (replaced === undefined || told.has(replaced)) return false;
  told.add(replaced);
  return true;
}

/** The day of a time, in milliseconds since 1970, as the table writes it. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function successorOf(model: string, day: string): string | undefined {
  const { retires = '', replacedBy } = modelFacts(model) ?? {};
  return retires <= day ? replacedBy : undefined;
}
