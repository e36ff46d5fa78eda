import { formulaTree } from './formulaTree';
import { mathElement } from './mathElement';
import { readMath } from './readMath';

/** Longer ones were not made by people. */
const longestFormula = 5_000;

/** Where it stands, which decides how high it may be. */
export type FormulaPlace = 'onItsOwn' | 'inLine';

/** The formula as an element; undefined if it is none that can be drawn. */
export function drawFormula(source: string, place: FormulaPlace = 'onItsOwn'): Element | undefined {
  if (source.length > longestFormula) return undefined;
  try {
    const math = readMath(formulaTree(source, place === 'onItsOwn'));
    return math && mathElement(math);
  } catch {
    // Not TeX, or too deep for the stack.
    return undefined;
  }
}
