import type { CommandId } from '../manifest';

/** What each command does. A handler that is missing or misspelt does not compile. */
export type CommandHandlers = Readonly<Record<CommandId, () => Promise<void> | void>>;
