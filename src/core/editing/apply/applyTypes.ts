import type { Hunk } from '../review/hunks';
import type { SymbolRange } from './fileDefinitions';

export interface BlockToApply {
  readonly text: string;
  /** As the fence names it; may be empty. */
  readonly language: string;
  /** Where the code belongs according to the answer; may be empty. Leave it empty when the user chose another file. */
  readonly fileName: string;
}

export interface ApplyTarget {
  /** Relative to the workspace. */
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
  /** Whole lines from 0, `end` not included; empty where nothing is selected. */
  readonly selection?: { readonly start: number; readonly end: number };
  /** Of a language server. Without them, definitions are found by how lines begin. */
  readonly symbols?: readonly SymbolRange[];
}

export type ApplyRefusal =
  | { readonly reason: 'emptyBlock' }
  /** The block is for another file, or other files. */
  | { readonly reason: 'otherFile'; readonly paths: readonly string[] }
  | { readonly reason: 'newFile' | 'deletesFile' }
  /** Of `of` hunks of a patch, the one numbered `hunk` from 1 finds no place, or several. */
  | { readonly reason: 'patchDoesNotFit' | 'patchAmbiguous'; readonly hunk: number; readonly of: number }
  /** The block leaves code out, and what belongs there is not certain. */
  | { readonly reason: 'placeholder' };

export type ApplyChoice =
  | { readonly type: 'replaceSelection'; readonly start: number; readonly end: number }
  | { readonly type: 'insertAtCursor'; readonly line: number }
  | { readonly type: 'replaceDefinition'; readonly name: string; readonly start: number; readonly end: number }
  /** Only the parts of the file that the block has, too. */
  | { readonly type: 'replaceParts'; readonly names: readonly string[] }
  | { readonly type: 'appendToFile' }
  | { readonly type: 'replaceFile'; readonly lines: number };

export type ApplyResult =
  | {
      readonly kind: 'edit';
      readonly how: 'patch' | 'parts' | 'selection' | 'file' | 'insertion';
      /** The whole file as it would be. */
      readonly proposal: string;
      readonly hunks: readonly Hunk[];
      /** Definitions that are replaced or added. */
      readonly names: readonly string[];
      /** Other files that the patch changes too. */
      readonly others: readonly string[];
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'ask'; readonly choices: readonly ApplyChoice[] }
  | ({ readonly kind: 'refused' } & ApplyRefusal);

export type How = Extract<ApplyResult, { kind: 'edit' }>['how'];
