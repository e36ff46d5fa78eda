import type { ToHost } from '../src/protocol/messages';
import type { Diagrams } from './diagram/diagrams';
import type { Pictures } from './pictures/pictures';

/** What every part of the panel needs: the way to the host, and to what all parts share. */
export interface PanelContext {
  readonly post: (message: ToHost) => void;
  readonly pictures: Pictures;
  /** Told of each text to which nothing comes any more. */
  readonly onTextEnd?: (text: HTMLElement) => void;
  /** Absent where diagrams stay text. */
  readonly diagrams?: Diagrams;
}
