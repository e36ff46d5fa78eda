import MarkdownIt, { type Env, type MarkdownIt as Parser, type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { fence } from './fence';
import { footnote, footnoteMention } from './footnotes';
import { formula } from './formula';
import { inlineFormula } from './inlineFormula';
import { lineBreak, readInlineTokens } from './lineBreak';
import { nestingLimit } from './nestingLimit';
import { stroke } from './strokes';
import { table } from './table';

/** How deep links and pictures may stand in one another, and the block parser's own limit, which is never reached. */
const maxNesting = 50;

/**
 * CommonMark with tables, struck out text, bare web addresses and formulas between dollars. HTML is text. Panel and host read answers
 * with this one parser, so that they count the same blocks.
 */
function createParser(): Parser {
  const parser = new MarkdownIt({ html: false, linkify: true, maxNesting });
  // Without a scheme it is a guess, and `foo.py` is not a web address.
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  parser.core.ruler.disable('linkify');
  parser.core.ruler.at('inline', readInlineTokens);
  // A bare address is shown as it was written: read out of punycode, a foreign letter looks like one of ours.
  parser.normalizeLinkText = (url) => url;
  // Chinese, Japanese and Korean have no blanks around words, by which CommonMark knows where bold text begins and ends.
  parser.use(cjkFriendly);
  parser.block.ruler.before('table', 'nesting_limit', nestingLimit);
  parser.block.ruler.before('table', 'footnote', footnote, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  keepFootnotes(parser);
  parser.block.ruler.at('table', table, { alt: ['paragraph', 'reference'] });
  parser.block.ruler.at('fence', fence, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  parser.block.ruler.before('fence', 'formula', formula, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  parser.inline.ruler.after('image', 'footnote_mention', footnoteMention);
  parser.inline.ruler.before('autolink', 'line_break', lineBreak);
  parser.inline.ruler.before('escape', 'inline_formula', inlineFormula);
  parser.inline.ruler.before('escape', 'stroke', stroke);
  return parser;
}

/** Lets the rule for definitions of links leave those of footnotes alone: in a list or quote these are text. */
function keepFootnotes({ block: { ruler } }: Parser): void {
  const rules = ruler.getRules('');
  ruler.disable('reference');
  const others = ruler.getRules('');
  ruler.enable('reference');
  const reference = rules.find((rule) => !others.includes(rule));
  if (!reference) return;
  ruler.at('reference', (state, line, endLine, silent) => {
    const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    return !state.src.startsWith('[^', start) && reference(state, line, endLine, silent);
  });
}

export const parser = createParser();

/** The blocks of a text whose line breaks are plain. Definitions of references are put into `env`. */
export function parseBlocks(text: string, env: Env): readonly Token[] {
  const tokens: Token[] = [];
  parser.block.parse(text, parser, env, tokens);
  return tokens;
}

/** Makes line breaks alike and takes the one character out that a page cannot hold. */
export function withPlainBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
}
