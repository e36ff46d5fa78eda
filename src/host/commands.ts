import * as vscode from 'vscode';
import { type Disposable, DisposableStore } from '../core/disposables';
import { type CommandId, commandIds } from '../manifest';

export type CommandHandlers = Readonly<Record<CommandId, () => Promise<void> | void>>;

/**
 * Registers every command of the manifest. A handler that is missing or misspelt does not compile. `onUse` is told of
 * each run before it begins.
 */
export function registerCommands(
  handlers: CommandHandlers,
  onUse: () => void,
  onError: (error: unknown) => void,
): Disposable {
  const registered = new DisposableStore();
  for (const id of commandIds) {
    registered.add(
      vscode.commands.registerCommand(id, async () => {
        try {
          onUse();
          await handlers[id]();
        } catch (error) {
          onError(error);
        }
      }),
    );
  }
  return registered;
}
