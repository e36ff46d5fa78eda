import { listOf, oneOf, optional, record, type Shapes, text } from './shape';

/** What the page of an empty chat offers to begin with. */
const suggestions = ['explainFile', 'findBugs', 'writeTests', 'explainReadme', 'whatCanIAsk', 'startResearch'] as const;
export type Suggestion = (typeof suggestions)[number];

export interface RecentChatView {
  readonly id: string;
  readonly title: string;
  /** How long ago it was used, in words. */
  readonly age: string;
}

/** What an empty chat begins with. */
export interface StartState {
  readonly suggestions: readonly Suggestion[];
  /** The name of the file that the suggestions are about. Absent: none is open. */
  readonly file?: string;
  /** Questions to click. Absent: none. */
  readonly questions?: readonly string[];
  /** The chats used last. */
  readonly recent: readonly RecentChatView[];
}

export const startState = record<StartState>({
  suggestions: listOf(oneOf(suggestions)),
  file: optional(text),
  questions: optional(listOf(text)),
  recent: listOf(record<RecentChatView>({ id: text, title: text, age: text })),
});

export interface StartRequests {
  startWith: { readonly suggestion: Suggestion };
  openRecentChat: { readonly chatId: string };
}

export const startRequests: Shapes<StartRequests> = {
  startWith: { suggestion: oneOf(suggestions) },
  openRecentChat: { chatId: text },
};
