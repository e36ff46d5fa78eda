import type { PartKind, PartOf } from '../../src/parts/answerPart';
import type { PanelContext } from '../panelContext';
import { mediaView } from './mediaView';
import type { PartView } from './partView';
import { type OnCode, textView } from './textView';
import { thoughtView } from './thoughtView';
import { toolCallView } from './toolCallView';
import { toolResultView } from './toolResultView';
import { unknownView } from './unknownView';

/** Does not compile while the view of a kind is missing. */
const views: { readonly [K in PartKind]: (part: PartOf<K>, context: PanelContext, onCode?: OnCode) => PartView } = {
  text: textView,
  thought: thoughtView,
  toolCall: toolCallView,
  toolResult: toolResultView,
  media: mediaView,
  unknown: unknownView,
};

export function createPartView<K extends PartKind>(part: PartOf<K>, context: PanelContext, onCode?: OnCode): PartView {
  return views[part.kind](part, context, onCode);
}
