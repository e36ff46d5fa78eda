import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import { planSync, type RefusedFile, runSync, type SyncPlan } from '../../core/googleFiles/storeSync';
import type { FileStore, NewDocument } from '../../core/interactions/fileStores';
import type { Services } from '../services';
import { failureSentence } from '../strings/failures';
import { helpFor } from './listHelp';
import { type FolderContent, readFolder } from './storeFolder';
import { StoreFolders } from './storeFolders';
import { askStoreName, chooseFolder, maySend, mayUpdate, tooMuchWords } from './storeQuestions';

/** Shows how far the work of a plan is. */
type Progress = (plan: SyncPlan) => (done: number) => void;

/** Makes stores of folders, and brings them up to date. */
export class FillStore {
  private readonly folders: StoreFolders;

  constructor(private readonly services: Services) {
    this.folders = new StoreFolders(services.context.globalState);
  }

  /** The folder that a store was made of here, as people read it. Undefined: it was made elsewhere. */
  folderOf({ name }: FileStore): string | undefined {
    const uri = this.folders.of(name);
    return uri && vscode.workspace.asRelativePath(uri);
  }

  forget({ name }: FileStore): Thenable<void> {
    return this.folders.set(name, undefined);
  }

  async create(): Promise<void> {
    if (!(await this.mayRead())) return;
    const folder = await chooseFolder();
    const content = folder && (await this.read(folder));
    if (!content) return;
    const name = await askStoreName(folder.path.slice(folder.path.lastIndexOf('/') + 1) || folder.authority);
    if (name === undefined || !(await maySend(name, content))) return;
    const documents = await this.pass(content, () => true);
    if (!documents) return;
    let made: FileStore | undefined;
    const sent = await this.run(
      vscode.l10n.t('Creating the store “{0}”', name),
      // What was made is filled, and no second one is made.
      () => (made ? this.update(made) : this.create()),
      async (progress, signal) => {
        const stores = await this.services.fileStores();
        const store = await stores.create(name, signal);
        made = store;
        await this.folders.set(store.name, folder);
        return {
          store,
          refused: await this.fill(store, planSync([...documents.values()], []), documents, progress, signal),
        };
      },
    );
    if (sent) this.tellDone(sent.store, documents.size, sent.refused);
  }

  async update(store: FileStore): Promise<void> {
    if (!(await this.mayRead())) return;
    const folder = this.folders.of(store.name) ?? (await chooseFolder());
    const content = folder && (await this.read(folder));
    if (!content) return;
    const plan = await this.run(
      // VS Code takes two bars of the same name for one, and stops the later when the earlier goes.
      vscode.l10n.t('Comparing the store “{0}” with its folder', store.displayName),
      () => this.update(store),
      async (_, signal) => {
        const stores = await this.services.fileStores();
        return planSync(content.files, await stores.documents(store.name, signal));
      },
    );
    if (!plan) return;
    if (plan.added.length === 0 && plan.changed.length === 0 && plan.old.size === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('“{0}” is up to date.', store.displayName));
      return;
    }
    if (!(await mayUpdate(store, plan, content))) return;
    const wanted = new Set([...plan.added, ...plan.changed].map(({ path }) => path));
    const documents =
      wanted.size === 0 ? new Map<string, NewDocument>() : await this.pass(content, (path) => wanted.has(path));
    if (!documents) return;
    await this.folders.set(store.name, folder);
    const refused = await this.run(
      vscode.l10n.t('Updating the store “{0}”', store.displayName),
      () => this.update(store),
      (progress, signal) => this.fill(store, plan, documents, progress, signal),
    );
    if (refused) this.tellDone(store, documents.size, refused);
  }

  private async fill(
    { name }: FileStore,
    plan: SyncPlan,
    documents: ReadonlyMap<string, NewDocument>,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<readonly RefusedFile[]> {
    const stores = await this.services.fileStores();
    return runSync(stores, name, plan, (path) => documents.get(path), progress(plan), signal);
  }

  /** In a folder that is not trusted nothing is read, and its settings say nothing about what may be sent. */
  private async mayRead(): Promise<boolean> {
    if (vscode.workspace.isTrusted) return this.services.apiKey.ensure();
    void vscode.window.showInformationMessage(vscode.l10n.t('Trust this folder first to make a store of its files.'));
    return false;
  }

  private async read(folder: vscode.Uri): Promise<FolderContent | undefined> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Looking through {0}', vscode.workspace.asRelativePath(folder)),
      cancellable: true,
    };
    const stop = new AbortController();
    try {
      const content = await vscode.window.withProgress(options, (_, token) => {
        token.onCancellationRequested(() => stop.abort());
        return readFolder(folder, stop.signal);
      });
      if (content && content.files.length > 0) return content;
      const none = vscode.l10n.t('There is nothing in this folder that can go into a store.');
      void vscode.window.showInformationMessage(content ? none : tooMuchWords());
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    }
    return undefined;
  }

  /** One question of the gate about all that is sent. Undefined: nothing is. */
  private async pass(
    { files }: FolderContent,
    isWanted: (path: string) => boolean,
  ): Promise<ReadonlyMap<string, NewDocument> | undefined> {
    const wanted = files.filter(({ path }) => isWanted(path));
    // Of a document that is no text, its name is looked at.
    const passed = await this.services.gate.review(
      wanted.map(({ path, uri, text }) => ({ name: path, text: text ?? path, files: [uri.toString()], firstLine: 1 })),
    );
    if (!passed) return undefined;
    const left = wanted.flatMap(({ path, sha256, mimeType, bytes, text }, at): readonly NewDocument[] => {
      const now = passed[at];
      if (now === undefined || now === '') return [];
      const isSame = text === undefined || now === text;
      return [{ path, sha256, mimeType, bytes: isSame ? bytes : new TextEncoder().encode(now) }];
    });
    return new Map(left.map((document) => [document.path, document]));
  }

  /** Runs with a bar that can be cancelled. Undefined: it was cancelled or failed, and the user knows. */
  private async run<T>(
    title: string,
    retry: () => Promise<void>,
    work: (progress: Progress, signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    const { activity, notices, onError } = this.services;
    const stop = new AbortController();
    const busy = activity.begin(title, () => stop.abort());
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    try {
      return await vscode.window.withProgress(options, (bar, token) => {
        token.onCancellationRequested(() => stop.abort());
        return work((plan) => {
          const total = new Set([...plan.added, ...plan.changed].map(({ path }) => path).concat(...plan.old.keys()))
            .size;
          return (done) =>
            bar.report({ increment: 100 / total, message: vscode.l10n.t('{0} of {1} files', done, total) });
        }, stop.signal);
      });
    } catch (error) {
      if (stop.signal.aborted) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Stopped. What is in the store already stays there: update the store to go on.'),
        );
      } else if (error instanceof Failure) {
        void notices.show(error, retry, storeFailureWords(error), helpFor(error).action).catch(onError);
      } else throw error;
      return undefined;
    } finally {
      busy.dispose();
    }
  }

  private tellDone({ displayName }: FileStore, count: number, refused: readonly RefusedFile[]): void {
    if (refused.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('“{0}” is ready: {1} files were sent.', displayName, count),
      );
      return;
    }
    const named = refused.slice(0, 5).map(({ path }) => path);
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        '“{0}” is ready. Files that Google could not read ({1}): {2}',
        displayName,
        refused.length,
        named.join(', '),
      ),
    );
  }
}

/** Where stores are full, waiting does not help. */
function storeFailureWords(failure: Failure): string {
  const isFull = failure.reason === 'quotaExceeded' || failure.reason === 'rateLimited';
  if (!isFull) return failureSentence(failure);
  return vscode.l10n.t(
    'Google takes no more for the stores of this project now. Delete a store that you no longer need, or try again later.',
  );
}
