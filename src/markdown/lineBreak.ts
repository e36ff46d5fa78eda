import type { Env, StateCore, StateInline } from 'markdown-it';

const mayBreak = Symbol('may break');

/** For reading a text in which `<br>` breaks the line: that of an item or a cell, where Markdown has no other way to. */
export function withLineBreaks(env: Env): Env {
  return { ...env, [mayBreak]: true };
}

const tag = /^<br[ \t]*\/?>[ \t]*\n?[ \t]*/i;

export function lineBreak(state: StateInline, silent: boolean): boolean {
  const { src, pos, env } = state;
  if (src[pos] !== '<' || env[mayBreak] !== true) return false;
  // No more than a tag with some blanks: the rest of the text is not copied for each.
  const [found = ''] = tag.exec(src.slice(pos, pos + longestTag)) ?? [];
  if (found === '') return false;
  if (!silent) {
    state.pending = state.pending.replace(/[ \t]+$/, '');
    state.push('hardbreak', 'br', 0);
  }
  state.pos = Math.min(state.posMax, pos + found.length);
  return true;
}

const longestTag = 40;

/** Whether what follows may make a line break of the end of a text. */
export function endsInBreak(text: string): boolean {
  return /<br[ \t]*\/?$/i.test(text.slice(-longestTag));
}

/** Reads the markup in all texts of a document, with line breaks where they are meant. */
export function readInlineTokens(state: StateCore): void {
  let items = 0;
  let isCell = false;
  for (const { type, content, children } of state.tokens) {
    if (type === 'list_item_open') items += 1;
    else if (type === 'list_item_close') items -= 1;
    else if (type === 'th_open' || type === 'td_open') isCell = true;
    else if (type === 'th_close' || type === 'td_close') isCell = false;
    else if (type === 'inline') {
      const env = items > 0 || isCell ? withLineBreaks(state.env) : state.env;
      state.md.inline.parse(content, state.md, env, children ?? []);
    }
  }
}
