import * as l10n from '@vscode/l10n';
import type { UnknownPart } from '../../src/parts/unknownPart';
import type { PartView } from './partView';
import { rawView } from './rawView';

/** What this version does not know, as it came and folded away. */
export function unknownView({ text }: UnknownPart): PartView {
  return { element: rawView('unknown', l10n.t('A part of the answer this version cannot show'), text).element };
}
