import { toolText } from '../../src/parts/toolFields';
import { type ToolResultPart, toolResultText } from '../../src/parts/toolResultPart';
import type { PanelContext } from '../panelContext';
import type { PartView } from './partView';
import { rawView } from './rawView';

/** What a tool gave back, folded away. */
export function toolResultView(part: ToolResultPart, { words }: PanelContext): PartView {
  const raw = rawView('tool', words.tools[part.step] ?? part.step, toolResultText(part));
  return {
    element: raw.element,
    gain: (gain) => {
      if (gain.kind === 'toolResult') raw.append(toolText({ result: gain.result }));
    },
  };
}
