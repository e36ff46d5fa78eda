import type { Env, StateInline, Token } from 'markdown-it';
import { endsInFormula } from '../../src/markdown/inlineFormula';
import { endsInBreak } from '../../src/markdown/lineBreak';
import { parser } from '../../src/markdown/parser';
import { endsInStrokes } from '../../src/markdown/strokes';
import type { Inline, InlineParent } from './inlines';

/** Deeper than this, markup has no effect any more: a browser lays nested elements out by recursion. */
const deepest = 60;

export interface InlineReading {
  readonly inlines: readonly Inline[];
  /** Nothing that may follow after a blank can change what was read: no bracket, mark, back-tick or dollar waits for its end. */
  readonly isSettled: boolean;
}

/** Reads the markup inside of a paragraph, heading or cell. */
export function readInlines(source: string, env: Env): InlineReading {
  const tokens: Token[] = [];
  // What `parser.inline.parse` does, which keeps the state to itself.
  const state = new parser.inline.State(source, parser, env, tokens);
  parser.inline.tokenize(state);
  for (const rule of parser.inline.ruler2.getRules('')) rule(state);
  return { inlines: treeOf(tokens), isSettled: isSettled(state) };
}

function isSettled(state: StateInline): boolean {
  if (state.delimiters.some((delimiter) => delimiter.open && delimiter.end < 0)) return false;
  if (endsInBreak(state.src) || endsInFormula(state.src) || endsInStrokes(state.src)) return false;
  let openBrackets = 0;
  for (const { type, content } of state.tokens) {
    if (type !== 'text') continue;
    if (content.includes('`') || content.includes('](')) return false;
    for (const char of content.match(/[[\]]/g) ?? []) {
      if (char === '[') openBrackets += 1;
      else if (openBrackets > 0) openBrackets -= 1;
    }
  }
  return openBrackets === 0;
}

interface OpenInline {
  readonly token: Token | undefined;
  readonly children: Inline[];
}

function treeOf(tokens: readonly Token[]): readonly Inline[] {
  const open: OpenInline[] = [{ token: undefined, children: [] }];
  let ignored = 0;
  for (const token of tokens) {
    if (token.nesting > 0) {
      if (open.length > deepest) ignored += 1;
      else open.push({ token, children: [] });
    } else if (token.nesting < 0) {
      if (ignored > 0) ignored -= 1;
      else close(open);
    } else {
      const leaf = leafOf(token);
      if (leaf) append(open, leaf);
    }
  }
  while (open.length > 1) close(open);
  return open[0]?.children ?? [];
}

function close(open: OpenInline[]): void {
  const inner = open.length > 1 ? open.pop() : undefined;
  if (!inner?.token) return;
  const parent = parentOf(inner.token, inner.children);
  if (parent) append(open, parent);
  else for (const child of inner.children) append(open, child);
}

/** Text that touches text is one text: the parser splits it at each character that could have meant something. */
function append(open: readonly OpenInline[], inline: Inline): void {
  const children = open.at(-1)?.children;
  const last = children?.at(-1);
  if (inline.kind === 'text' && inline.text === '') return;
  if (inline.kind === 'text' && last?.kind === 'text') {
    children?.splice(-1, 1, { kind: 'text', text: last.text + inline.text });
  } else children?.push(inline);
}

function parentOf(token: Token, children: readonly Inline[]): InlineParent | undefined {
  switch (token.type) {
    case 'em_open':
      return { kind: 'emphasis', children };
    case 'strong_open':
      return { kind: 'strong', children };
    case 's_open':
      return { kind: 'deleted', children };
    case 'link_open':
      return { kind: 'link', address: attribute(token, 'href'), title: attribute(token, 'title'), children };
    default:
      return undefined;
  }
}

function leafOf(token: Token): Inline | undefined {
  switch (token.type) {
    case 'text':
    case 'text_special':
      return { kind: 'text', text: token.content };
    case 'code_inline':
      return { kind: 'code', text: token.content };
    case 'inline_formula':
      return { kind: 'formula', text: token.content };
    case 'hardbreak':
      return { kind: 'break' };
    case 'softbreak':
      return { kind: 'text', text: '\n' };
    case 'footnote_mention':
      return { kind: 'footnote', number: Number(token.meta?.number) };
    case 'image': {
      const text = textOf(treeOf(token.children ?? []));
      return { kind: 'picture', address: attribute(token, 'src'), title: attribute(token, 'title'), text };
    }
    default:
      return { kind: 'text', text: token.content };
  }
}

function attribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '');
}

/** The words without their markup. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      if (inline.kind === 'footnote') return '';
      return 'children' in inline ? textOf(inline.children) : inline.text;
    })
    .join('');
}
