import { argumentsLabel, type ToolCallPart, toolCallText } from '../../src/parts/toolCallPart';
import type { PartView } from './partView';
import { rawView } from './rawView';
import { toolLabel } from './toolLabel';

/** What the model asked of a tool, folded away. */
export function toolCallView(part: ToolCallPart): PartView {
  const raw = rawView('tool', toolLabel(part.step), toolCallText(part));
  let label = part.argumentsText === undefined ? argumentsLabel : '';
  const grow = (text: string) => {
    raw.append(label + text);
    label = '';
  };
  return { element: raw.element, grow };
}
