import { variantText } from './mathVariant';

/** A formula as a tree of what may be shown of it. */
export interface MathNode {
  readonly tag: MathTag;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (MathNode | string)[];
}

const tags = [
  ...(['math', 'mrow', 'mi', 'mn', 'mo', 'mtext', 'mspace', 'mfrac', 'msqrt', 'mroot', 'mstyle', 'mpadded'] as const),
  ...([
    'mphantom',
    'msub',
    'msup',
    'msubsup',
    'munder',
    'mover',
    'munderover',
    'mtable',
    'mtr',
    'mtd',
    'menclose',
  ] as const),
];
type MathTag = (typeof tags)[number];

const isFlag = /^(?:true|false)$/;
/** Not longer than a view is high. */
const isLength = /^[+-]?(?:\d{0,2}(?:\.\d+)?(?:em|ex)?|\d{0,3}(?:\.\d+)?(?:px|pt|%|width|height|depth))$/;
const isColor = /^(?:#[0-9a-f]{3,8}|[a-z]{1,20})$/i;
const isNames = /^[a-z ]{1,200}$/;

/** The attributes that are let through, and what they may say. */
const attributes: Readonly<Record<string, RegExp>> = {
  ...{ fence: isFlag, stretchy: isFlag, separator: isFlag, largeop: isFlag, accent: isFlag, accentunder: isFlag },
  ...{ displaystyle: isFlag, symmetric: isFlag, movablelimits: isFlag, scriptlevel: /^[+-]?\d$/ },
  ...{ width: isLength, height: isLength, depth: isLength, lspace: isLength, rspace: isLength, voffset: isLength },
  ...{ minsize: isLength, maxsize: isLength, linethickness: isLength, mathsize: isLength },
  ...{ mathcolor: isColor, notation: isNames, columnalign: isNames },
  display: /^block$/,
};

const deepest = 150;

/** Reads what the library made. Whatever is not known is left out, or only what is in it is taken. */
export function readMath(value: unknown): MathNode | undefined {
  const [root] = nodesOf(value, 0);
  return typeof root === 'object' && root.tag === 'math' ? root : undefined;
}

function nodesOf(value: unknown, depth: number): readonly (MathNode | string)[] {
  if (!isRecord(value)) return [];
  if (depth > deepest) throw new Error('nested too deep');
  if (typeof value.text === 'string') return [value.text];
  if (typeof value.width === 'number' && !('children' in value)) return [space(value.width, value.character)];
  const children = Array.isArray(value.children) ? value.children.flatMap((child) => nodesOf(child, depth + 1)) : [];
  // The source in TeX, which the page has by itself.
  if (value.type === 'annotation') return [];
  const tag = tags.find((known) => known === value.type);
  if (!tag) return children;
  const given = isRecord(value.attributes) ? value.attributes : {};
  return [{ tag, attributes: allowed(given), children: inVariant(joined(children), given.mathvariant) }];
}

function space(width: number, character: unknown): MathNode | string {
  if (typeof character === 'string') return character;
  return { tag: 'mspace', attributes: { width: `${width.toFixed(4)}em` }, children: [] };
}

function allowed(given: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const entries = Object.entries(given).flatMap(([name, value]) => {
    const text = String(value).trim();
    return Object.hasOwn(attributes, name) && attributes[name]?.test(text) ? [[name, text] as const] : [];
  });
  // One letter leans unless it is told not to.
  const isUpright = given.mathvariant === 'normal';
  return Object.fromEntries(isUpright ? [...entries, ['mathvariant', 'normal']] : entries);
}

/** Each text would be read out as a word of its own. */
function joined(children: readonly (MathNode | string)[]): readonly (MathNode | string)[] {
  const result: (MathNode | string)[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (typeof child === 'string' && typeof last === 'string') result[result.length - 1] = last + child;
    else result.push(child);
  }
  return result;
}

function inVariant(children: readonly (MathNode | string)[], variant: unknown): readonly (MathNode | string)[] {
  return children.map((child) => (typeof child === 'string' ? variantText(child, String(variant)) : child));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
