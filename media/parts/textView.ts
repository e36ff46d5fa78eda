import type { TextPart } from '../../src/parts/textPart';
import type { CodeAction } from '../../src/protocol/code';
import { MarkdownView } from '../markdown/markdownView';
import type { PanelContext } from '../panelContext';
import type { PartView } from './partView';

/** Called with the action for a block of code, and the number of the block in its text. */
export type OnCode = (action: CodeAction, block: number) => void;

/** What the model wrote. */
export function textView({ text }: TextPart, context: PanelContext, onCode?: OnCode): PartView {
  const view = new MarkdownView(context, text, onCode);
  return {
    element: view.element,
    grow: (more) => view.append(more),
    settle: () => view.end(),
    complete: () => view.complete(),
  };
}
