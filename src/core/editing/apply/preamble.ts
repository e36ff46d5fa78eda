import type { Replacement } from '../text/restyled';

/** A unit of a text with its lines: comments and decorators first, then the head. */
export interface Headed {
  readonly start: number;
  readonly head: number;
  readonly end: number;
}

const decorator = /^\s*(?:@[\p{L}_]|#!?\[|\[[\p{L}_])/u;

/**
 * The new form of a definition in place of the old one. Comments and decorators above it that the new form does not bring
 * stay: answers leave them out.
 */
export function inPlaceOf(
  old: Headed,
  oldLines: readonly string[],
  unit: Headed,
  lines: readonly string[],
): Replacement {
  const oldAbove = oldLines.slice(old.start, old.head);
  const above = lines.slice(0, unit.head - unit.start);
  const brings = (isDecorator: boolean) => above.some((line) => decorator.test(line) === isDecorator);
  const stays = (line: string) => !brings(decorator.test(line));
  const isNewFirst = !stays(oldAbove[0] ?? '');
  const kept = oldAbove.filter(stays);
  return {
    start: old.start,
    end: old.end,
    contents: [...(isNewFirst ? [...above, ...kept] : [...kept, ...above]), ...lines.slice(unit.head - unit.start)],
  };
}
