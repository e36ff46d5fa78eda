import type { TokenKind } from '../../src/protocol/theme';

/** By the first part of the highlighter's scopes, or by the whole of those that differ from it. */
const kinds: Readonly<Record<string, TokenKind | 'plain'>> = {
  keyword: 'keyword',
  'selector-tag': 'tag',
  'template-tag': 'keyword',
  doctag: 'keyword',
  string: 'string',
  regexp: 'string',
  char: 'string',
  symbol: 'constant',
  number: 'number',
  comment: 'comment',
  quote: 'comment',
  'title.class': 'type',
  title: 'function',
  'title.function': 'function',
  type: 'type',
  class: 'type',
  built_in: 'type',
  variable: 'variable',
  'variable.language': 'keyword',
  'variable.constant': 'constant',
  'template-variable': 'variable',
  params: 'plain',
  subst: 'plain',
  literal: 'constant',
  property: 'property',
  attr: 'property',
  attribute: 'property',
  'selector-class': 'property',
  'selector-id': 'property',
  'selector-attr': 'property',
  'selector-pseudo': 'property',
  tag: 'tag',
  name: 'tag',
  meta: 'meta',
  section: 'heading',
  bullet: 'keyword',
  strong: 'heading',
  code: 'string',
  link: 'string',
  addition: 'added',
  deletion: 'removed',
};

/** What a scope is coloured as; one without a colour has that of what it is in. */
export function tokenKind(scope: string, outer: TokenKind | undefined): TokenKind | undefined {
  const parts = scope.split('.');
  const kind = kinds[parts.slice(0, 2).join('.')] ?? kinds[parts[0] ?? ''];
  return kind === 'plain' ? undefined : (kind ?? outer);
}
