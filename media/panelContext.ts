import type { PanelWords } from '../src/panelWords';
import type { ToHost } from '../src/protocol/messages';
import type { Diagrams } from './diagram/diagrams';

/** What every part of the panel needs: the texts, and the way to the host. */
export interface PanelContext {
  readonly words: PanelWords;
  readonly post: (message: ToHost) => void;
  /** Told of each text to which nothing comes any more. */
  readonly onTextEnd?: (text: HTMLElement) => void;
  /** Absent where diagrams stay text. */
  readonly diagrams?: Diagrams;
}
