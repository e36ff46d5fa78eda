import type { Env, Token } from 'markdown-it';
import type { Alignment, Block, ListItem } from '../../../../media/blocks/blocks';
import type { Inline } from '../../../../media/markdown/inlines';
import { readInlines } from '../../../../media/markdown/readInlines';
import { footnotesLast } from '../../../../src/markdown/footnotes';
import { withLineBreaks } from '../../../../src/markdown/lineBreak';
import { parser } from '../../../../src/markdown/parser';

const { escapeHtml } = parser.utils;
const { renderer, options } = parser;
renderer.rules.inline_formula = (tokens, at) => `<math>${escapeHtml(tokens[at]?.content ?? '')}</math>`;

renderer.rules.footnote_mention = (tokens, at) => `<sup>${tokens[at]?.meta?.number}</sup>`;

/** An item with an attribute that no other has. */
const noteStart = '<li value="">';

/** Stands for the blanks at the end of a line that made a break of it, which the parser does not tell. */
const blanksOfBreak = '\v';

/** What a parser itself makes of a whole text, without line breaks between tags. */
export function plainHtml(markdown: string, by = parser): string {
  const html = listed(footnotesLast(by.parse(markdown, {})).map(tokenHtml).join(''));
  // The box of a task is text to the parser. We keep which box it is, not which blank follows it.
  const boxes = html.replace(/(<li>(?:<p>)?\[[ xX]\])\s/g, (box) => `${box.slice(0, -1).toLowerCase()} `);
  return boxes.replaceAll(blanksOfBreak, '');
}

/** Footnotes stand in a list of their own behind the text. */
function listed(html: string): string {
  const start = html.indexOf(noteStart);
  return start < 0 ? html : `${html.slice(0, start)}<section><ol>${html.slice(start)}</ol></section>`;
}

function tokenHtml(token: Token): string {
  if (token.hidden) return '';
  switch (token.type) {
    case 'footnote_open':
      return noteStart;
    case 'footnote_close':
      return '</li>';
    case 'inline': {
      const html = renderer.renderInline(token.children ?? [], { ...parser.options, ...options }, {});
      return /^\[[ xX]\] /.test(token.content) ? html.replace(/^(\[[ xX]\])(?=<br)/, `$1${blanksOfBreak}`) : html;
    }
    case 'fence':
    case 'code_block':
      return `<pre><code>${escapeHtml(token.content)}</code></pre>`;
    case 'formula':
      return `<math>${escapeHtml(token.content)}</math>`;
    default:
      return token.nesting < 0 ? `</${token.tag}>` : `<${token.tag}${renderer.renderAttrs(token)}>`;
  }
}

/** The same for all blocks of ours. */
export function documentHtml(blocks: readonly Block[], env: Env): string {
  const isNote = ({ kind }: Block) => kind === 'footnote';
  return listed(blocksHtml([...blocks.filter((block) => !isNote(block)), ...blocks.filter(isNote)], env));
}

function blocksHtml(blocks: readonly Block[], env: Env, isTight = false): string {
  return blocks.map((block) => blockHtml(block, env, isTight)).join('');
}

function blockHtml(block: Block, env: Env, isTight: boolean): string {
  const inlines = (source: string, mayBreak: boolean) =>
    inlinesHtml(readInlines(source, mayBreak ? withLineBreaks(env) : env).inlines);
  switch (block.kind) {
    case 'paragraph':
      return isTight ? inlines(block.source, block.mayBreak) : `<p>${inlines(block.source, block.mayBreak)}</p>`;
    case 'heading':
      return `<h${block.level}>${inlines(block.source, block.mayBreak)}</h${block.level}>`;
    case 'code':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case 'formula':
      return `<math>${escapeHtml(block.source)}</math>`;
    case 'rule':
      return '<hr>';
    case 'quote':
      return `<blockquote>${blocksHtml(block.blocks, env)}</blockquote>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${itemHtml(item, env, block.isTight)}</li>`).join('');
      if (block.start === undefined) return `<ul>${items}</ul>`;
      return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>${items}</ol>`;
    }
    case 'table': {
      const row = (tag: string, cells: readonly string[]) =>
        `<tr>${cells.map((cell, at) => `<${tag}${alignment(block.alignments[at])}>${inlines(cell, true)}</${tag}>`).join('')}</tr>`;
      const body = block.rows.map((cells) => row('td', cells)).join('');
      return `<table><thead>${row('th', block.header)}</thead>${body && `<tbody>${body}</tbody>`}</table>`;
    }
    case 'footnote':
      return `${noteStart}${blocksHtml(block.blocks, env)}</li>`;
    case 'definition':
      return '';
  }
}

function itemHtml({ isDone, blocks }: ListItem, env: Env, isTight: boolean): string {
  const html = blocksHtml(blocks, env, isTight);
  if (isDone === undefined) return html;
  const box = isDone ? '[x] ' : '[ ] ';
  return html.startsWith('<p>') && !isTight ? `<p>${box}${html.slice(3)}` : box + html;
}

function alignment(value: Alignment | undefined): string {
  return value === undefined || value === 'start' ? '' : ` style="text-align:${value}"`;
}

function inlinesHtml(inlines: readonly Inline[]): string {
  return inlines.map(inlineHtml).join('');
}

const tags = { emphasis: 'em', strong: 'strong', deleted: 's' } as const;

function inlineHtml(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text);
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`;
    case 'formula':
      return `<math>${escapeHtml(inline.text)}</math>`;
    case 'break':
      return '<br>\n';
    case 'footnote':
      return `<sup>${inline.number}</sup>`;
    case 'link':
      return `<a href="${escapeHtml(inline.address)}"${title(inline.title)}>${inlinesHtml(inline.children)}</a>`;
    case 'picture':
      return `<img src="${escapeHtml(inline.address)}" alt="${escapeHtml(inline.text)}"${title(inline.title)}>`;
    default:
      return `<${tags[inline.kind]}>${inlinesHtml(inline.children)}</${tags[inline.kind]}>`;
  }
}

function title(text: string): string {
  return text === '' ? '' : ` title="${escapeHtml(text)}"`;
}
