import katex from 'katex';
import { mathElement } from './mathElement';
import { readMath } from './readMath';

/** Longer ones were not made by people. */
const longestFormula = 5_000;

/** Where it stands, which decides how high it may be. */
export type FormulaPlace = 'onItsOwn' | 'inLine';

const settings = {
  output: 'mathml',
  throwOnError: true,
  // What is not quite TeX is drawn all the same, and nothing is written to the console about it.
  strict: 'ignore',
  // No addresses, no pictures, no attributes of the formula's own.
  trust: false,
  maxSize: 40,
  maxExpand: 500,
} as const;

/** The formula as an element; undefined if it is none that can be drawn. */
export function drawFormula(source: string, place: FormulaPlace = 'onItsOwn'): Element | undefined {
  if (source.length > longestFormula) return undefined;
  try {
    const math = readMath(treeOf(source, place));
    return math && mathElement(math);
  } catch {
    // Not TeX, or too deep for the stack.
    return undefined;
  }
}

/** The library's own way out would be HTML, or attributes that the policy of the page forbids. */
function treeOf(source: string, place: FormulaPlace): unknown {
  const draw: unknown = Reflect.get(katex, '__renderToDomTree');
  return typeof draw === 'function'
    ? draw(source, { ...settings, displayMode: place === 'onItsOwn', macros: {} })
    : undefined;
}
