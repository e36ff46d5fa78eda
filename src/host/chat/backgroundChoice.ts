import type * as vscode from 'vscode';
import type { BackgroundChoice } from '../../core/chat/chatParts';

const refusedKey = 'modelsInForeground';
/** This many models are remembered; the earliest are tried again. */
const mostModels = 50;

/** Questions run in the background unless the user turned it off or the service refused it for the model. */
export class BackgroundModels implements BackgroundChoice {
  constructor(
    private readonly state: vscode.Memento,
    private readonly isOn: () => boolean,
  ) {}

  isWanted(model: string): boolean {
    return this.isOn() && !this.refusing.includes(model);
  }

  refused(model: string): void {
    if (!this.refusing.includes(model))
      void this.state.update(refusedKey, [...this.refusing, model].slice(-mostModels));
  }

  /** A new key may be allowed what the one before was not. */
  forget(): void {
    if (this.refusing.length > 0) void this.state.update(refusedKey, undefined);
  }

  private get refusing(): readonly string[] {
    return this.state.get<readonly string[]>(refusedKey) ?? [];
  }
}
