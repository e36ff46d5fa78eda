import { flag, index, type NoFields, optional, type Shapes, text } from './shape';

/** The attribute of the page's body that holds the translations of its texts, as JSON: each text with its translation. */
export const textsAttribute = 'data-texts';

/** The attribute of the page's body that says that there is a key. The composer is shown before the first message then. */
export const keyAttribute = 'data-has-key';

export interface PageMoments {
  /** The user wants the box that finds in the chat. */
  findOpened: NoFields;
  /** Liveness check; the panel replies `alive`. */
  pinged: NoFields;
}

export const pageMoments: Shapes<PageMoments> = { findOpened: {}, pinged: {} };

/** Requests that the connection of a panel handles itself. */
export interface PageRequests {
  /** The page has loaded, or saw a gap in the numbers: it wants a snapshot. */
  ready: NoFields;
  /** Asks for a piece of what comes before this turn, the first that the panel has. */
  fetchEarlier: { readonly before: string };
  /**
   * The person reads at this turn, counted from 0 among all that are shown, which the next snapshot has to hold. Absent: at
   * the end.
   */
  placeChanged: { readonly chatId: string; readonly turn?: number };
  /** The keyboard focus came to the panel, or left it. */
  focusChanged: { readonly isFocused: boolean };
  alive: NoFields;
}

export const pageRequests: Shapes<PageRequests> = {
  ready: {},
  fetchEarlier: { before: text },
  placeChanged: { chatId: text, turn: optional(index) },
  focusChanged: { isFocused: flag },
  alive: {},
};
