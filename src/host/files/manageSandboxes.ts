import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import { FileListing } from '../../core/googleFiles/fileListing';
import { type SandboxUse, sandboxUses } from '../../core/googleFiles/sandboxUses';
import type { Sandbox } from '../../core/interactions/sandboxes';
import { openChat } from '../base/openChat';
import type { Services } from '../services';
import { failureSentence } from '../strings/failures';
import { helpFor } from './listHelp';
import { askAboutSandbox, mayDeleteSandbox, nameOf, pickSandbox, type SandboxAction } from './sandboxPick';

/** How long a line in the status bar stays. Milliseconds. */
const lineMs = 5_000;
/** The clock of this computer and Google's may differ. Milliseconds. */
const clockSlack = 3_600_000;

/** The sandboxes at Google where agents of this key worked, named after their chats, to be copied and deleted. */
export class ManageSandboxes {
  private uses: ReadonlyMap<string, readonly SandboxUse[]> = new Map();

  constructor(private readonly services: Services) {}

  /** True: the user wants to go back to where the list was opened. */
  async run(): Promise<boolean> {
    const { sandboxes, library, apiKey, onError, now } = this.services;
    const all = await sandboxes();
    const listing = new FileListing<Sandbox>({
      files: { list: all.all },
      uses: async (since, signal) => {
        this.uses = await sandboxUses(library, since - clockSlack, signal);
        return new Map();
      },
      onError,
    });
    const listening = apiKey.onDidChange(() => void listing.changeProject().catch(onError));
    void listing.refresh().catch(onError);
    try {
      for (;;) {
        const choice = await pickSandbox(listing, (sandbox) => this.usesOf(sandbox), now, onError);
        if (choice === undefined || choice.kind === 'back') return choice !== undefined;
        if (choice.kind === 'help') {
          await this.services.notices.act(choice.help.action, async () => {});
          void listing.refresh().catch(onError);
        } else if (!(await this.act(choice.kind, choice.sandbox, listing))) return false;
      }
    } finally {
      listening.dispose();
      listing.dispose();
    }
  }

  private usesOf({ name }: Sandbox): readonly SandboxUse[] {
    return this.uses.get(name) ?? [];
  }

  /** False: the list is not shown again. */
  private async act(kind: 'ask' | 'delete', sandbox: Sandbox, listing: FileListing<Sandbox>): Promise<boolean> {
    const uses = this.usesOf(sandbox);
    const action: SandboxAction | undefined = kind === 'ask' ? await askAboutSandbox(sandbox, uses) : kind;
    switch (action) {
      case undefined:
        return true;
      case 'openChat':
        await this.open(uses);
        return false;
      case 'copyId':
        await vscode.env.clipboard.writeText(sandbox.name);
        vscode.window.setStatusBarMessage(vscode.l10n.t('The id of the sandbox was copied.'), lineMs);
        return false;
      case 'delete':
        if (await mayDeleteSandbox(sandbox, uses)) await this.delete(sandbox, listing);
        return true;
    }
  }

  private async open([use]: readonly SandboxUse[]): Promise<void> {
    const { chats, view } = this.services;
    if (use) await openChat(chats, view, use.chatId);
  }

  private async delete(sandbox: Sandbox, listing: FileListing<Sandbox>): Promise<void> {
    const { sandboxes, notices, onError } = this.services;
    const name = nameOf(sandbox, this.usesOf(sandbox));
    const title = vscode.l10n.t('Deleting the sandbox of “{0}” at Google', name);
    try {
      await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () =>
        (await sandboxes()).delete(sandbox.name, new AbortController().signal),
      );
      listing.remove(sandbox.name);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const words = vscode.l10n.t('The sandbox of “{0}” was not deleted. {1}', name, failureSentence(error));
      const retry = () => this.delete(sandbox, listing);
      void notices.show(error, retry, words, helpFor(error).action).catch(onError);
    }
  }
}
