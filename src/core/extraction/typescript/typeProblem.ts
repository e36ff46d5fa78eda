import type { Token, Tokens } from './tokens';

/** Why a type cannot become a schema, thrown inside of this folder only. */
export class TypeProblem extends Error {
  constructor(
    readonly kind: TypeProblemKind,
    /** The name or sign that it is about. */
    readonly what: string,
    /** In UTF-16 units from the beginning of the file. */
    readonly offset: number,
  ) {
    super(kind);
  }
}

export type TypeProblemKind =
  /** It takes types as arguments. */
  | 'generic'
  /** No JSON value is a function. */
  | 'function'
  /** The file does not declare it. */
  | 'unknownName'
  /** `keyof`, a conditional type and the like, which only a compiler works out. */
  | 'operator'
  | 'syntax'
  | 'tooDeep';

export function expect(tokens: Tokens, sign: string): void {
  if (!tokens.skip(sign)) refuse('syntax', tokens.peek);
}

export function refuse(kind: TypeProblemKind, { text, start }: Token): never {
  throw new TypeProblem(kind, text, start);
}
