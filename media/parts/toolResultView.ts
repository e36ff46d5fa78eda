import { toolText } from '../../src/parts/toolFields';
import { type ToolResultPart, toolResultText } from '../../src/parts/toolResultPart';
import type { PartView } from './partView';
import { rawView } from './rawView';
import { toolLabel } from './toolLabel';

/** What a tool gave back, folded away. */
export function toolResultView(part: ToolResultPart): PartView {
  const raw = rawView('tool', toolLabel(part.step), toolResultText(part));
  return {
    element: raw.element,
    gain: (gain) => {
      if (gain.kind === 'toolResult') raw.append(toolText({ result: gain.result }));
    },
  };
}
