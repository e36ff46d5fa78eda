import MarkdownIt, { type Token } from 'markdown-it';

/** Reads as the preview of VS Code does without its extensions, which takes HTML for HTML. */
const preview = new MarkdownIt({ html: true, linkify: false });

/** Whether a preview of this loads nothing and holds no HTML but line breaks. */
export function isHarmless(markdown: string): boolean {
  return preview.parse(markdown, {}).every(isHarmlessToken);
}

function isHarmlessToken({ type, content, children }: Token): boolean {
  if (type === 'image') return false;
  if (type === 'html_inline' || type === 'html_block') return /^<br\s*\/?>\s*$/i.test(content);
  return children?.every(isHarmlessToken) ?? true;
}
