/** A formula as a tree of what may be shown of it. */
export interface MathNode {
  readonly tag: MathTag;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of media/styles/formula.css. */
  readonly classes: readonly string[];
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

/** The attributes that are let through, and what they may say. */
const attributes: Readonly<Record<string, RegExp>> = {
  ...{ fence: isFlag, stretchy: isFlag, separator: isFlag, largeop: isFlag, accent: isFlag, accentunder: isFlag },
  ...{ displaystyle: isFlag, symmetric: isFlag, movablelimits: isFlag, scriptlevel: /^[+-]?\d$/ },
  ...{ width: isLength, height: isLength, depth: isLength, lspace: isLength, rspace: isLength, voffset: isLength },
  ...{ minsize: isLength, maxsize: isLength, linethickness: isLength, mathsize: isLength },
  ...{ mathcolor: isColor, form: /^(?:prefix|infix|postfix)$/ },
  // One letter leans unless it is told not to.
  mathvariant: /^normal$/,
  display: /^block$/,
};

/** The classes that are let through. */
const isClass =
  /^(?:tml-(?:left|right|jot|small|overline|underline|cancel|xcancel|shift-left|hat-[1-4]|tilde-[2-4])|upstrike|downstrike|sout|chr-(?:sml|med|lrg)(?:-vec)?)$/;

/** No style is let through. Those that matter have a class of ours in their place. */
const classesOfStyles: readonly { readonly style: string; readonly value: RegExp; readonly class: string }[] = [
  { style: 'paddingLeft', value: /^0(?:em|pt)?$/, class: 'flush-left' },
  { style: 'paddingRight', value: /^0(?:em|pt)?$/, class: 'flush-right' },
  { style: 'paddingLeft', value: /^1em$/, class: 'wide-left' },
  { style: 'padding', value: /^(?:3pt|0\.3em)$/, class: 'padded' },
  { style: 'border', value: /\bsolid\b/, class: 'boxed' },
  ...['Top', 'Right', 'Bottom', 'Left'].flatMap((side) =>
    ['solid', 'dashed', 'double'].map((line) => ({
      style: `border${side}`,
      value: new RegExp(`\\b${line}\\b`),
      class: `${line}-${side.toLowerCase()}`,
    })),
  ),
  { style: 'marginLeft', value: /^-0\.1667em$/, class: 'thin-back' },
  { style: 'fontWeight', value: /^bold$/, class: 'bold' },
  { style: 'mathDepth', value: /^0$/, class: 'full-size' },
  { style: 'math-depth', value: /^0$/, class: 'full-size' },
];

const deepest = 150;

/** Reads the tree that the library made. What is not known is left out; of an unknown element, what is in it is taken. */
export function readMath(value: unknown): MathNode | undefined {
  const [root] = nodesOf(value, 0);
  return typeof root === 'object' && root.tag === 'math' ? root : undefined;
}

function nodesOf(value: unknown, depth: number): readonly (MathNode | string)[] {
  if (!isRecord(value)) return [];
  if (depth > deepest) throw new Error('nested too deep');
  if (typeof value.text === 'string') return [value.text];
  const children = Array.isArray(value.children) ? value.children.flatMap((child) => nodesOf(child, depth + 1)) : [];
  const tag = tags.find((known) => known === value.type);
  if (!tag) return children;
  const style = isRecord(value.style) ? value.style : {};
  const given = isRecord(value.attributes) ? value.attributes : {};
  return [
    {
      tag,
      attributes: allowed('color' in style ? { ...given, mathcolor: style.color } : given),
      classes: classesOf(value.classes, style),
      children: joined(children),
    },
  ];
}

function allowed(given: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const entries = Object.entries(given).flatMap(([name, value]) => {
    const text = String(value).trim();
    return Object.hasOwn(attributes, name) && attributes[name]?.test(text) ? [[name, text] as const] : [];
  });
  return Object.fromEntries(entries);
}

function classesOf(given: unknown, styles: Readonly<Record<string, unknown>>): readonly string[] {
  const known = Array.isArray(given) ? given.map(String).filter((name) => isClass.test(name)) : [];
  const ofStyles = classesOfStyles.filter(({ style, value }) => value.test(String(styles[style])));
  return [...known, ...ofStyles.map((rule) => rule.class)];
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

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
