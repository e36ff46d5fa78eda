import type { Env, StateInline, Token } from 'markdown-it';
import { parser } from '../parser';
import type { Labels } from './labels';
import { quietFormula } from './quietFormula';
import { joint } from './sourceLines';

export interface InlineRules {
  /** Looks up what the text refers to. */
  readonly env: Env;
  readonly labels: Labels;
  /** Whether the text has to stand on one line. */
  readonly isOneLine?: boolean;
}

/**
 * Writes the markup of a text so that a preview shows the same and loads nothing: pictures become links, HTML stays text,
 * and what is no code and no formula is none there either. What is code or a formula is what the parser says.
 */
export function writeInlines(src: string, rules: InlineRules, isInLink = false): string {
  const first = write(src, rules, isInLink, false);
  const written = first === src && !openBracket.test(src) ? src : write(src, rules, isInLink, true);
  return rules.isOneLine ? written.replace(/[\n\0]/g, ' ') : written.replace(lineBelowJoined, '$1\\');
}

/** The line below the head of a table. */
const delimiterLine = /\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/m.source;

/** What would make a table of a line that is one only now, with what stood on the lines before. */
const lineBelowJoined = new RegExp(`(^(?=[^\\n]*\\|)[^\\n]*\\0[^\\n]*\\n[ \\t]*)(?=${delimiterLine})`, 'gm');

/** The same in what takes no stroke. */
const delimiterWithin = new RegExp(`\\n[ \\t]*${delimiterLine}`, 'm');

/** Of an address. Characters. */
const longestScheme = 20;

/** What would be the beginning of a formula if the same lines further down were other ones. */
const openBracket = /^[ \t]*\\\[(?!.*\\\])/m;

/** `isChanged`: what tells whether brackets keep their strokes may have changed. */
function write(src: string, rules: InlineRules, isInLink: boolean, isChanged: boolean): string {
  // The end of a label tells of the last bracket in it whether it keeps its stroke.
  const state = new parser.inline.State(isInLink ? `${src}]` : src, parser, rules.env, []);
  state.posMax = src.length;
  state.linkLevel = isInLink ? 1 : 0;
  const writer = new InlineWriter(state, rules, isChanged);
  while (state.pos < state.posMax) writer.step();
  return writer.pieces.join('');
}

class InlineWriter {
  readonly pieces: string[] = [];
  /** A bare address ends here: what follows must not become part of it. */
  private isBehindAddress = false;
  /** Of text, to which a link behind it would belong. */
  private isBehindBracket = false;
  private readonly hasDollars: boolean;

  constructor(
    private readonly state: StateInline,
    private readonly rules: InlineRules,
    private readonly isChanged: boolean,
  ) {
    this.hasDollars = state.src.split('$').length > 2;
  }

  /** Takes the next piece as the parser takes it. */
  step(): void {
    const { state } = this;
    const { pos: start } = state;
    const known = state.tokens.length;
    const isTaken =
      state.level < parser.options.maxNesting && parser.inline.ruler.getRules('').some((rule) => rule(state, false));
    if (!isTaken) {
      state.pending += state.src[state.pos];
      state.pos += 1;
    }
    const source = state.src.slice(start, state.pos);
    const made = state.tokens.slice(known).find(({ type }) => type !== 'text');
    this.pieces.push(made ? this.marked(made, source, start) : this.plain(source, start));
    this.isBehindBracket = !made && source === ']';
    this.isBehindAddress = made?.type === 'link_open' && made.markup === 'linkify';
  }

  private marked(token: Token, source: string, start: number): string {
    switch (token.type) {
      case 'image':
        if (this.isBehindBracket) this.literalBrackets();
        return this.picture(token, source, start);
      case 'link_open':
        if (token.markup === 'linkify') return this.address(source, start);
        return token.info === 'auto' ? source : this.link(source, start);
      case 'inline_formula':
        return this.belowJoined(quietFormula(source));
      case 'footnote_mention':
        return `[^${this.rules.labels.of(source.slice(2, -1))}]`;
      case 'code_inline':
        return this.belowJoined(onOneLine(source));
      case 'hardbreak':
        if (this.rules.isOneLine) return ' ';
        // Alone on a line, it would begin a block of HTML.
        return source.startsWith('<') ? source.replace(/\n[ \t]*/, joint) : source;
      case 'text_special':
        return this.isChanged ? bracket(token, source) : source;
      default:
        return source;
    }
  }

  /** What stands in brackets so far is no label, neither of a link behind it nor of one before it. */
  private literalBrackets(): void {
    for (const [at, piece] of this.pieces.entries()) if (/^[[\]]$/.test(piece)) this.pieces[at] = literal(piece);
  }

  /** What stands below a line that is one only now would make a table of it, and takes no stroke: it becomes one with it. */
  private belowJoined(source: string): string {
    const isBelow = delimiterWithin.test(source) && this.pieces.some((piece) => piece.includes(joint));
    return isBelow ? source.replaceAll('\n', joint) : source;
  }

  /** What is no markup stays none. */
  private plain(source: string, start: number): string {
    const { src, pos } = this.state;
    const next = src[pos] ?? '';
    if (source.startsWith('`')) return source.replaceAll('`', '\\`');
    if (source === '!' && (next === '[' || src.startsWith('![', pos))) return '\\!';
    if (source === '$' && this.hasDollars) return '\\$';
    if (source === '(' && next === '<' && this.isBehindBracket) return '&#40;';
    // Whatever has changed behind it must not make a definition of it.
    if (source === ':' && this.isChanged && this.isLabel()) return '\\:';
    // With anything else behind it, it could become the address that it is not.
    if (source === ':' && next === '/' && /(?:https?|ftp)$/i.test(src.slice(Math.max(0, start - 5), start)))
      return '\\:';
    if (source !== '<' || !/[a-z/!?]/i.test(next)) return source;
    if (!this.isBehindAddress) return '&lt;';
    this.state.pos += 1;
    return `<&#${next.codePointAt(0)};`;
  }

  private isLabel(): boolean {
    return this.pieces[0]?.startsWith('[') === true && this.pieces.at(-1)?.endsWith(']') === true;
  }

  /** A bare address, whose scheme is written already. What is the end of it must not be the beginning of a picture. */
  private address(source: string, start: number): string {
    const { src, pos } = this.state;
    if (!source.endsWith('!') || src[pos] !== '[') return source;
    const scheme = /[a-z][a-z\d.+-]*$/i.exec(src.slice(Math.max(0, start - longestScheme), start))?.[0] ?? '';
    let before = '';
    while (before.length < scheme.length && this.pieces.length > 0) before = (this.pieces.pop() ?? '') + before;
    return `${before.slice(0, before.length - scheme.length)}<${scheme}${source}>`;
  }

  private link(source: string, start: number): string {
    const label = source.slice(1, this.labelEnd(start, true) - start);
    const words = writeInlines(label, this.rules, true);
    return `[${words}]${this.target(source.slice(label.length + 2), label, words)}`;
  }

  /** A link in its place. In a link there can be no other one. */
  private picture(token: Token, source: string, start: number): string {
    const label = source.slice(2, this.labelEnd(start + 1, false) - start);
    const words = literal(wordsOf(token.children ?? []) || addressOf(token));
    return this.state.linkLevel > 0 ? words : `[${words}]${this.target(source.slice(label.length + 3), label, words)}`;
  }

  /** Where a link leads: `rest` is what is written behind its label, and `words` what its label is now. */
  private target(rest: string, label: string, words: string): string {
    const { labels } = this.rules;
    if (rest.startsWith('(')) return this.belowJoined(onOneLine(rest));
    if (rest.length > 2) return `[${labels.of(rest.slice(1, -1))}]`;
    // A label with a colon behind it would be that of a definition, and a link behind it would be the label's.
    const isAlone = !/^(?::|!\[)/.test(this.state.src.slice(this.state.pos, this.state.pos + 2));
    const isKept = isAlone && words === label && labels.keeps(label);
    return isKept ? rest : `[${labels.of(label).replace(/\s*\n\s*/g, ' ')}]`;
  }

  private labelEnd(start: number, isNestingEnd: boolean): number {
    return parser.helpers.parseLinkLabel(this.state, start, isNestingEnd);
  }
}

/**
 * A bracket with a stroke before it, whether or not that is shown, and whatever stands behind it. Where the stroke is shown, a
 * bare `)` would end an address that had no end.
 */
function bracket({ content, info }: Token, source: string): string {
  const last = content.at(-1) ?? '';
  if (!'[]()'.includes(last) || !source.startsWith('\\')) return source;
  const isBare = last === '(' || (last === ')' && info !== 'stroke');
  const shown = isBare ? last : `&#${last.charCodeAt(0)};`;
  return info === 'stroke' ? `\\\\${shown}` : shown;
}

/** At the beginning of a line, HTML or a formula would begin where code or an address goes on. Then all of it is one line. */
function onOneLine(source: string): string {
  return /\n[ \t]*(?:<|\$\$|\\\[)/.test(source) ? source.replaceAll('\n', joint) : source;
}

function addressOf(picture: Token): string {
  const url = URL.parse(String(picture.attrGet('src') ?? ''));
  return url && /^https?:$/.test(url.protocol) ? url.href : '';
}

/** The words of a picture without their markup. */
function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === 'softbreak' || type === 'hardbreak') return '\n';
      return children ? wordsOf(children) : type === 'footnote_mention' ? '' : content;
    })
    .join('');
}

/** Text that is nothing but text, also between brackets. */
function literal(text: string): string {
  return text.replace(/[[\]()]|[\\`*_{}<>#|~$!&^:]/g, (char) =>
    '[]()'.includes(char) ? `&#${char.charCodeAt(0)};` : `\\${char}`,
  );
}
