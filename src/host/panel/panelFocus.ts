import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { PanelHandle } from './panelHandle';

/**
 * Which panel the keyboard is in, for the keys that mean something only there. VS Code itself tells only that a view is
 * in front, not that its page has the focus.
 */
export class PanelFocus {
  private focused: PanelHandle | undefined;

  get current(): PanelHandle | undefined {
    return this.focused;
  }

  /** One panel may tell that it lost the focus after another has told that it got it. */
  change(panel: PanelHandle, isFocused: boolean): void {
    if (isFocused) this.focused = panel;
    else if (this.focused === panel) this.focused = undefined;
    setContextKey(contextKeys.chatFocused, this.focused !== undefined);
  }
}
