import * as l10n from '@vscode/l10n';
import { textsAttribute } from '../../src/protocol/page';

/**
 * Gives `l10n.t` the translations that the host put into the page. There are none where VS Code speaks English. Call it
 * before the first text is asked for.
 */
export function configureTexts(body: HTMLElement): void {
  const bundle = body.getAttribute(textsAttribute);
  if (bundle !== null) l10n.config({ contents: bundle });
}
