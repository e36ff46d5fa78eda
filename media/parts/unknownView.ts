import type { UnknownPart } from '../../src/parts/unknownPart';
import type { PanelContext } from '../panelContext';
import type { PartView } from './partView';
import { rawView } from './rawView';

/** What this version does not know, as it came and folded away. */
export function unknownView({ text }: UnknownPart, { words }: PanelContext): PartView {
  return { element: rawView('unknown', words.unknownPart, text).element };
}
