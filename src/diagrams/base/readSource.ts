import type { DiagramKind } from '../../protocol/diagrams';
import { plainText } from './label';
import { NotDrawable } from './notDrawable';

/** A diagram's text without what is no part of the picture. */
export interface DiagramSource {
  readonly kind: DiagramKind;
  readonly title: string;
  /** What stands behind the kind on its line. */
  readonly header: string;
  readonly body: string;
}

const kinds: readonly (readonly [pattern: RegExp, kind: DiagramKind])[] = [
  [/^(?:graph|flowchart)\b/, 'flowchart'],
  [/^sequenceDiagram\b/, 'sequence'],
  [/^classDiagram(?:-v2)?(?![\w-])/, 'class'],
  [/^stateDiagram(?:-v2)?(?![\w-])/, 'state'],
  [/^erDiagram\b/, 'entity'],
];

/** Takes off the front matter, settings, comments and descriptions, and finds out what is drawn. */
export function readSource(source: string): DiagramSource {
  const { title, rest } = takeFrontMatter(source.replace(/\r\n?/g, '\n').trimStart());
  const text = withoutComments(rest).trimStart();
  for (const [pattern, kind] of kinds) {
    const name = pattern.exec(text)?.[0];
    if (name === undefined) continue;
    const end = /[\n;]|$/.exec(text)?.index ?? text.length;
    const header = text.slice(name.length, end).trim();
    if (header !== '' && kind !== 'flowchart') throw new NotDrawable('something behind the kind');
    return { kind, title: plainText(title), header, body: text.slice(end + 1) };
  }
  throw new NotDrawable('unknown kind');
}

/** The lines that say something. */
export function linesOf({ body }: DiagramSource): readonly string[] {
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function takeFrontMatter(text: string): { readonly title: string; readonly rest: string } {
  const block = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*\n/.exec(text);
  if (!block) return { title: '', rest: text };
  const title = /^title:[ \t]*(.*)$/m.exec(block[1] ?? '')?.[1] ?? '';
  return { title: title.replace(/^(['"])(.*)\1$/, '$2'), rest: text.slice(block[0].length) };
}

function withoutComments(text: string): string {
  return text
    .replace(/%%\{[\s\S]*?\}%%/g, '')
    .replace(/(^|\s)%%[^\n]*/g, '$1')
    .replace(/^[ \t]*accDescr[ \t]*\{[^}]*\}/gm, '')
    .replace(/^[ \t]*acc(?:Title|Descr)[ \t]*:[^\n]*/gm, '');
}
