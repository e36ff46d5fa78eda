import type { Locator } from 'playwright-core';
import type { TurnView } from '../../src/protocol/chat';
import type { PanelPage } from './panelPage';
import { answered, ready, type Surroundings } from './turns';
import { usePanels } from './usePanels';

/** Three questions with their answers. */
export const shortChat: readonly TurnView[] = [
  answered('a', 'First', 'One'),
  answered('b', 'Second', '**Two**'),
  answered('c', 'Third', 'Three'),
];

/** Call inside `describe`: opens a panel that shows these turns, or the short chat. */
export function useChatPanels(): (turns?: readonly TurnView[], state?: Surroundings) => Promise<PanelPage> {
  const open = usePanels();

  return async (turns = shortChat, state = ready) => {
    const panel = await open();
    await panel.snapshot(turns, state);
    return panel;
  };
}

/** The button of this name below a message. */
export function action(message: Locator, name: string): Locator {
  return message.getByRole('button', { name, exact: true });
}
