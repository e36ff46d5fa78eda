import * as vscode from 'vscode';
import type { CommandId } from '../manifest';
import type { ArgsOf } from './feature';

/** Runs a command of this extension, so that one feature can use another without knowing it. */
export async function runCommand<Id extends CommandId>(id: Id, ...args: ArgsOf<Id>): Promise<void> {
  await vscode.commands.executeCommand(id, ...args);
}
