import type { ChatSession } from '../../core/chat/chatSession';
import type { Handlers, PanelFact, RequestType } from '../../protocol/messages';
import type { PageRequests } from '../../protocol/page';

/** What the view in the side bar is called where drafts are kept. Tabs are called after their chats. */
export const viewPlace = 'view';

/** The panel that asks for something. */
export interface PanelHandle {
  /** The chat it shows now. */
  readonly session: ChatSession;
  /** What this place is called where drafts are kept. */
  readonly draftPlace: string;
  /** Whether it is the view of the side bar, not a tab. */
  readonly isInView: boolean;
  /** Aborts when the panel is gone. */
  readonly signal: AbortSignal;
  post(fact: PanelFact): void;
}

/** What features answer. The requests of the page itself are answered by its connection. */
export type FeatureRequest = Exclude<RequestType, keyof PageRequests>;

/** What some of the requests do. */
export type RequestHandlers<Type extends FeatureRequest = FeatureRequest> = Handlers<Type, PanelHandle>;
