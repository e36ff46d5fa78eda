import * as vscode from 'vscode';
import { dayOf, modelNow, tellOnce } from '../../core/models/modelNow';
import { replacedWords } from '../strings/models';

/** Which model is asked where one is set that is gone. The user is told once of each, here or in a chat. */
export class ReplacedModels {
  /** Shared with the chats of this window. */
  readonly told = new Set<string>();

  constructor(private readonly now: () => number) {}

  /** The model to ask in the place of one from the settings. Says so where it is another one. */
  toAsk(wanted: string): string {
    const { model, replaces } = modelNow(wanted, dayOf(this.now()));
    if (tellOnce(this.told, replaces)) void vscode.window.showInformationMessage(replacedWords(replaces, model));
    return model;
  }
}
