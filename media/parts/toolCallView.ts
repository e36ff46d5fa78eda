import { argumentsLabel, type ToolCallPart, toolCallText } from '../../src/parts/toolCallPart';
import type { PanelContext } from '../panelContext';
import type { PartView } from './partView';
import { rawView } from './rawView';

/** What the model asked of a tool, folded away. */
export function toolCallView(part: ToolCallPart, { words }: PanelContext): PartView {
  const raw = rawView('tool', words.tools[part.step] ?? part.step, toolCallText(part));
  let label = part.argumentsText === undefined ? argumentsLabel : '';
  const grow = (text: string) => {
    raw.append(label + text);
    label = '';
  };
  return { element: raw.element, grow };
}
