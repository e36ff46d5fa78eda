import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import { FileListing } from '../../core/googleFiles/fileListing';
import type { FileStore } from '../../core/interactions/fileStores';
import { serverTools } from '../../parts/answerChoices';
import type { Services } from '../services';
import { readStores, writeStores } from '../settings/requestSettings';
import { failureSentence } from '../strings/failures';
import { FillStore } from './fillStore';
import { helpFor } from './listHelp';
import { askAboutStore, pickStore } from './storePick';
import { mayDeleteStore } from './storeQuestions';

/** How long a line in the status bar stays. Milliseconds. */
const lineMs = 5_000;

/** The File Search stores of the key, to be made of folders, brought up to date and deleted. */
export class ManageStores {
  private readonly fill: FillStore;

  constructor(private readonly services: Services) {
    this.fill = new FillStore(services);
  }

  /** True: the user wants to go back to where the list was opened. */
  async run(chatId: unknown): Promise<boolean> {
    const { fileStores, apiKey, onError, now } = this.services;
    const stores = await fileStores();
    const listing = new FileListing<FileStore>({ files: stores, uses: async () => new Map(), onError });
    const listening = apiKey.onDidChange(() => void listing.changeProject().catch(onError));
    void listing.refresh().catch(onError);
    try {
      for (;;) {
        const choice = await pickStore(listing, readStores(), now, onError);
        if (choice === undefined || choice.kind === 'back') return choice !== undefined;
        if (choice.kind === 'create') {
          // The list is in the way of a question that comes while files are sent.
          void this.fill.create().catch(onError);
          return false;
        }
        if (choice.kind === 'help') {
          await this.services.notices.act(choice.help.action, async () => {});
          void listing.refresh().catch(onError);
        } else if (!(await this.act(choice.store, listing, chatId))) return false;
      }
    } finally {
      listening.dispose();
      listing.dispose();
    }
  }

  /** False: the list is not shown again. */
  private async act(store: FileStore, listing: FileListing<FileStore>, chatId: unknown): Promise<boolean> {
    switch (await askAboutStore(store, this.fill.folderOf(store), readStores().includes(store.name))) {
      case undefined:
        return true;
      case 'search':
        await this.search(store, chatId);
        return false;
      case 'leave':
        await writeStores(readStores().filter((name) => name !== store.name));
        return true;
      case 'sync':
        void this.fill.update(store).catch(this.services.onError);
        return false;
      case 'copyName':
        await vscode.env.clipboard.writeText(store.name);
        vscode.window.setStatusBarMessage(vscode.l10n.t('The name of the store was copied.'), lineMs);
        return false;
      case 'delete':
        if (await mayDeleteStore(store)) await this.delete(store, listing);
        return true;
    }
  }

  private async search(store: FileStore, chatId: unknown): Promise<void> {
    const { chats, chatInFront, view } = this.services;
    await writeStores([...new Set([...readStores(), store.name])]);
    const session = (typeof chatId === 'string' && chats.find(chatId)) || (await chatInFront());
    const { tools } = session.answering;
    session.choose({ tools: serverTools.filter((tool) => tool === 'fileSearch' || tools.includes(tool)) });
    if (session === chats.current) await view.focus();
    if (store.pending === 0) return;
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Google is still indexing files of “{1}” ({0}): answers do not find these yet.',
        store.pending,
        store.displayName,
      ),
    );
  }

  private async delete(store: FileStore, listing: FileListing<FileStore>): Promise<void> {
    const { fileStores, notices, onError } = this.services;
    const title = vscode.l10n.t('Deleting “{0}” at Google', store.displayName);
    try {
      await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () =>
        (await fileStores()).delete(store.name, new AbortController().signal),
      );
      listing.remove(store.name);
      await this.fill.forget(store);
      // A request that names it would be refused.
      const others = readStores().filter((name) => name !== store.name);
      if (others.length < readStores().length) await writeStores(others);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const words = vscode.l10n.t('“{0}” was not deleted. {1}', store.displayName, failureSentence(error));
      const retry = () => this.delete(store, listing);
      void notices.show(error, retry, words, helpFor(error).action).catch(onError);
    }
  }
}
