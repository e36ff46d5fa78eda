import type { AnswerPart } from '../../src/parts/answerPart';
import type { ToolCallPart } from '../../src/parts/toolCallPart';
import { idOf, isToolPart } from '../../src/parts/toolDetails';
import type { ToolResultPart } from '../../src/parts/toolResultPart';
import type { PanelContext } from '../panelContext';
import type { PartView } from './partView';
import { ToolGroup } from './toolGroup';
import { ToolRow } from './toolRow';

/** The tools of one answer: brings each result to its call, wherever it comes. */
export class Tools {
  private readonly rows = new Map<string, { readonly row: ToolRow; readonly group: ToolGroup }>();
  private group: ToolGroup | undefined;

  /** `onCopy`: called with the number of a part whose details are to be copied. */
  constructor(
    private readonly context: PanelContext,
    private readonly onCopy: (part: number) => void,
  ) {}

  /** Something else follows: the next tool begins a group. */
  endGroup(): void {
    this.group = undefined;
  }

  /** `index`: the number of the part in its answer. The element of the view may stand on the page already. */
  view(part: ToolCallPart | ToolResultPart, index: number): PartView {
    const id = idOf(part) ?? '';
    const known = id === '' ? undefined : this.rows.get(id);
    const { row, group } = known ?? this.begin(id, index);
    put(row, part, index);
    return {
      element: group.element,
      gain: (gain) => gain.kind === 'toolResult' && row.gain(gain.result),
      // The arguments of a call are JSON while they grow, which is nothing to read.
      grow: () => {},
      replace: (changed: AnswerPart) => {
        const isSame = isToolPart(changed) && changed.kind === part.kind;
        if (isSame) put(row, changed, index);
        return isSame;
      },
      settle: () => row.settle(),
    };
  }

  private begin(id: string, index: number): { readonly row: ToolRow; readonly group: ToolGroup } {
    this.group ??= new ToolGroup();
    const { group } = this;
    const made = {
      group,
      row: new ToolRow(
        this.context,
        () => group.show(),
        () => this.onCopy(index),
      ),
    };
    if (id !== '') this.rows.set(id, made);
    group.add(made.row);
    return made;
  }
}

function put(row: ToolRow, part: ToolCallPart | ToolResultPart, index: number): void {
  if (part.kind === 'toolCall') row.setCall(part);
  else row.setResult(index, part);
}
