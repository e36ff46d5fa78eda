import { type TokenColors, type TokenKind, tokenKinds } from '../../protocol/theme';

/** One rule of a colour theme: what it is for, and the colour, `#rrggbb` or `#rrggbbaa`. */
export interface TokenRule {
  /** Scopes as TextMate writes them, such as `keyword.control - keyword.operator`. */
  readonly selectors: readonly string[];
  readonly color: string;
}

/** The scopes that stand for a kind, in the order in which they are asked for. */
const scopes: Readonly<Record<TokenKind, readonly string[]>> = {
  keyword: ['keyword', 'keyword.control', 'storage.type', 'storage'],
  string: ['string.quoted.double'],
  number: ['constant.numeric.decimal'],
  comment: ['comment.line.double-slash', 'comment.block'],
  function: ['entity.name.function', 'support.function', 'meta.function-call'],
  type: ['entity.name.type.class', 'entity.name.class', 'support.class', 'support.type'],
  variable: ['variable.other.readwrite', 'variable'],
  constant: ['constant.language.boolean', 'variable.other.constant'],
  property: ['variable.other.property', 'support.type.property-name', 'entity.other.attribute-name'],
  tag: ['entity.name.tag'],
  meta: ['meta.preprocessor', 'keyword.control.directive'],
  heading: ['markup.heading', 'entity.name.section'],
  added: ['markup.inserted'],
  removed: ['markup.deleted'],
};

/** The colour for each kind by rules in the order in which the theme gives them: of equals, the later one counts. */
export function tokenColors(rules: readonly TokenRule[]): TokenColors {
  const colors: Partial<Record<TokenKind, string>> = {};
  for (const kind of tokenKinds) {
    for (const scope of scopes[kind]) {
      const color = colorOf(scope, rules);
      if (color === undefined) continue;
      colors[kind] = color;
      break;
    }
  }
  return colors;
}

function colorOf(scope: string, rules: readonly TokenRule[]): string | undefined {
  let best = 0;
  let color: string | undefined;
  for (const rule of rules) {
    const score = Math.max(0, ...rule.selectors.map((selector) => matchOf(selector, scope)));
    if (score === 0 || score < best) continue;
    best = score;
    color = rule.color;
  }
  return color;
}

/** How exactly a selector means the scope, in parts of its name; 0 if it does not. */
function matchOf(selector: string, scope: string): number {
  const [wanted = '', ...excluded] = selector.split(/\s+-\s*/).map((part) => part.trim());
  // With a scope around it, such as `source.css keyword`, it is for one language or place.
  if (/\s/.test(wanted.replace(/^source\s+/, '')) || excluded.some((other) => isWithin(scope, other))) return 0;
  const own = wanted.replace(/^source\s+/, '');
  return isWithin(scope, own) ? own.split('.').length : 0;
}

function isWithin(scope: string, wider: string): boolean {
  return wider !== '' && (scope === wider || scope.startsWith(`${wider}.`));
}

/** A colour as the panel takes it, from any of the forms a theme may use. Undefined: none of them. */
export function readColor(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.exec(value.trim())?.[1]?.toLowerCase();
  if (hex === undefined) return undefined;
  return `#${hex.length > 4 ? hex : [...hex].map((digit) => digit + digit).join('')}`;
}
