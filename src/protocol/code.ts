import { index, oneOf, type Shapes, text } from './shape';

/** What the buttons of a block of code do. */
export const codeActions = [
  'copyCode',
  'insertAtCursor',
  'applyCode',
  'newFile',
  'runInTerminal',
  'openDiagram',
  'openJson',
] as const;
export type CodeAction = (typeof codeActions)[number];

export interface CodeRequests {
  /** `part` of the turn's answer, and which block of code in it, both counted from 0. */
  actOnCode: {
    readonly turnId: string;
    readonly part: number;
    readonly block: number;
    readonly action: CodeAction;
  };
}

export const codeRequests: Shapes<CodeRequests> = {
  actOnCode: { turnId: text, part: index, block: index, action: oneOf(codeActions) },
};
