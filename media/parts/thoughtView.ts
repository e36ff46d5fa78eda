import * as l10n from '@vscode/l10n';
import type { ThoughtPart } from '../../src/parts/thoughtPart';
import { disclosure, element } from '../base/element';
import { MarkdownView } from '../markdown/markdownView';
import type { PanelContext } from '../panelContext';
import type { PartView } from './partView';

/** What the model thought, folded away. */
export function thoughtView({ text }: ThoughtPart, context: PanelContext): PartView {
  const view = new MarkdownView(context, text);
  const label = element('span', 'progress-label', l10n.t('Thinking'));
  const details = disclosure('thought is-growing', label, view.element);
  const settle = () => {
    view.end();
    label.textContent = l10n.t('Thoughts');
    details.classList.remove('is-growing');
  };
  return { element: details, grow: (more) => view.append(more), settle, complete: () => view.complete() };
}
