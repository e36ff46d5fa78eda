import type { Env, Token } from 'markdown-it';
import { withLineBreaks } from '../lineBreak';
import { parseBlocks, withPlainBreaks } from '../parser';
import { isHarmless } from './harmless';
import { Labels } from './labels';
import { SourceLines } from './sourceLines';
import { writeFence, writeFormula, writeHeading } from './writeBlocks';
import { writeInlines } from './writeInlines';
import { writeTable } from './writeTable';

/**
 * Makes Markdown from elsewhere one part of a larger document: its headings go below `level`, pictures become links (a
 * preview would load them and tell their server who reads), and HTML stays text. What is a heading, code or a formula is
 * what the panel shows as one; all of it is drawn as before.
 *
 * `labels` stands before the labels of its definitions and footnotes, where others in the document may have the same.
 */
export function embeddedMarkdown(markdown: string, level: number, labels = ''): string {
  const text = withPlainBreaks(markdown);
  const written = new Exporter(text, level, labels).write();
  return isHarmless(written) ? written : asCode(text);
}

class Exporter {
  private readonly env: Env = {};
  private readonly labels: Labels;
  private readonly lines: SourceLines;
  private readonly tokens: readonly Token[];
  private items = 0;
  private quotes = 0;

  constructor(
    text: string,
    private readonly level: number,
    labels: string,
  ) {
    this.labels = new Labels(labels);
    this.lines = new SourceLines(text);
    this.tokens = parseBlocks(text, this.env);
  }

  write(): string {
    for (const [at, token] of this.tokens.entries()) this.writeToken(token, at);
    return String(this.lines);
  }

  private writeToken(token: Token, at: number): void {
    const { lines, tokens, labels, env } = this;
    const [line = 0] = token.map ?? [];
    switch (token.type) {
      case 'list_item_open':
      case 'list_item_close':
        this.items += token.nesting;
        return;
      case 'blockquote_open':
      case 'blockquote_close':
        this.quotes += token.nesting;
        return;
      case 'paragraph_open': {
        const text = tokens[at + 1]?.content ?? '';
        const written = this.inlines(text);
        lines.replaceText(line, text, written);
        // Of a last line that is one only now, the first line of a table would make a table.
        const isJoined = /\0[^\n]*$/.test(written);
        if (isJoined && token.level === 0 && tokens[at + 3]?.type === 'table_open') lines.detach(token.map?.[1] ?? 0);
        return;
      }
      case 'heading_open': {
        const text = tokens[at + 1]?.content ?? '';
        // Underlined, the line that is one only now would be the head of a table.
        const isTable = /\0/.test(this.inlines(text)) && text.includes('|');
        const isOneLine = this.level > 0 || isTable;
        writeHeading(token, text, this.inlines(text, isOneLine), { level: this.level, isOneLine }, lines);
        return;
      }
      case 'fence':
        writeFence(token, lines);
        return;
      case 'formula':
        writeFormula(token, lines, { quotes: this.quotes, isBeforeItem: this.isBeforeItem(at) });
        this.detachFormula(token, at);
        return;
      case 'table_open':
        writeTable(tokens, at, lines, { env, labels });
        return;
      case 'footnote_open':
        lines.replace(
          line,
          lines.at(line).replace(/\[\^([^\]]*)\]/, (_mark, label) => `[^${labels.of(label)}]`),
        );
        // Those who know no footnotes would see more of what stands before.
        lines.detach(line);
        return;
      case 'reference_definition':
        this.writeDefinition(token);
        return;
      default:
        return;
    }
  }

  /** Whether the next item of a list follows: it ends what stands before it, and a blank line would set all items apart. */
  private isBeforeItem(at: number): boolean {
    return this.tokens[at + 1]?.type === 'list_item_close' && this.tokens[at + 2]?.type === 'list_item_open';
  }

  /** Those who know no formulas would take it for more of what stands before, and code behind it for more of it. */
  private detachFormula(token: Token, at: number): void {
    const [line, endLine] = token.map ?? [0, 0];
    const { lines, tokens } = this;
    if (token.level > 0) return;
    if (tokens[at - 1]?.nesting === -1 && tokens[at - 1]?.type !== 'paragraph_close') lines.detach(line);
    if (tokens[at + 1]?.type === 'code_block') lines.detach(endLine);
  }

  private writeDefinition(token: Token): void {
    const { lines, labels, env } = this;
    const [line, endLine] = token.map ?? [0, 0];
    const source = Array.from({ length: endLine - line }, (_, at) => lines.at(line + at)).join('\n');
    if (labels.keeps(String(token.meta?.label)) && !/[<`!&]/.test(source)) return;
    const { href = '', title = '' } = env.references?.[String(token.meta?.label)] ?? {};
    // Behind the marks of what it is in, which may be a footnote.
    lines.replace(line, source.slice(0, source.search(/\[(?!\^)/)) + labels.definition(token, href, title));
    for (let other = line + 1; other < endLine; other++) lines.remove(other);
  }

  private inlines(text: string, isOneLine = false): string {
    const env = this.items > 0 ? withLineBreaks(this.env) : this.env;
    return writeInlines(text, { env, labels: this.labels, isOneLine });
  }
}

/** What cannot be made safe is shown as it was written. */
function asCode(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}markdown\n${text.replace(/\n*$/, '\n')}${marks}`;
}
