import { plainComment } from './tokens';

/** A type that a file declares. */
export interface Declaration {
  readonly kind: 'interface' | 'type' | 'enum';
  readonly name: string;
  /** Where the words `interface`, `type` or `enum` begin. UTF-16 units. */
  readonly start: number;
  /** Behind the name. */
  readonly body: number;
  readonly comment?: string;
}

const pattern =
  /^[ \t]*(?:(?:export|declare|default)[ \t]+)*(?:const[ \t]+(?=enum\b))?(interface|type|enum)[ \t]+([\p{ID_Start}_$][\p{ID_Continue}$]*)(?=[\s<={])/gmu;

/**
 * The interfaces, type aliases and enums of a file. Only their heads are looked for, at beginnings of lines: a whole file
 * is read by nothing less than a compiler, and TypeScript's own is larger than this product.
 */
export function declarationsIn(text: string): readonly Declaration[] {
  return [...text.matchAll(pattern)].map((found): Declaration => {
    const [head, kind, name = ''] = found;
    const comment = commentBefore(text.slice(0, found.index));
    return {
      kind: kind === 'interface' || kind === 'enum' ? kind : 'type',
      name,
      start: found.index + head.search(/\b(?:interface|type|enum)[ \t]/),
      body: found.index + head.length,
      ...(comment !== '' && { comment }),
    };
  });
}

/** The type that a place in a file means: the one whose name stands there, else the one that is declared around it. */
export function declarationAt(
  text: string,
  offset: number,
  endOf: (one: Declaration) => number,
): Declaration | undefined {
  const all = declarationsIn(text);
  const before = /[\p{ID_Continue}$]*$/u.exec(text.slice(0, offset))?.[0] ?? '';
  const after = /^[\p{ID_Continue}$]*/u.exec(text.slice(offset))?.[0] ?? '';
  const named = all.find(({ name }) => name === before + after);
  return named ?? all.findLast((one) => one.start <= offset && offset <= endOf(one));
}

function commentBefore(text: string): string {
  const end = text.trimEnd();
  if (!end.endsWith('*/')) return '';
  const begin = end.lastIndexOf('/*');
  return end.startsWith('/**', begin) ? plainComment(end.slice(begin + 3, -2)) : '';
}
