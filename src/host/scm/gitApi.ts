import * as vscode from 'vscode';

/*
 * What is used of the API of VS Code's own Git extension, version 1. Source: `extensions/git/src/api/git.d.ts` of VS Code.
 */

/** Numbers of the API's enum `Status`. Those that are not here stand for conflicts. */
export const gitStatus = {
  indexModified: 0,
  indexAdded: 1,
  indexDeleted: 2,
  indexRenamed: 3,
  indexCopied: 4,
  modified: 5,
  deleted: 6,
  untracked: 7,
  ignored: 8,
  intentToAdd: 9,
  intentToRename: 10,
  typeChanged: 11,
} as const;

export interface GitChange {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly renameUri: vscode.Uri | undefined;
  readonly status: number;
}

export interface GitCommit {
  readonly message: string;
  readonly parents: readonly string[];
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
  readonly state: {
    /** `type` is 0 for a branch. A commit is missing before the first one. */
    readonly HEAD: { readonly type: number; readonly name?: string; readonly commit?: string } | undefined;
    readonly mergeChanges: readonly GitChange[];
    readonly indexChanges: readonly GitChange[];
    readonly workingTreeChanges: readonly GitChange[];
    /** Missing in the first versions of the API. */
    readonly untrackedChanges?: readonly GitChange[];
  };
  /** Whether it is the one chosen in the Source Control view. */
  readonly ui: { readonly selected: boolean };
  status(): Promise<void>;
  /** The changes of one file that are not staged. */
  diffWithHEAD(path: string): Promise<string>;
  /** The staged changes of one file. */
  diffIndexWithHEAD(path: string): Promise<string>;
  diffBlobs(object1: string, object2: string): Promise<string>;
  log(options: { readonly maxEntries: number; readonly author?: string }): Promise<readonly GitCommit[]>;
  getCommit(ref: string): Promise<GitCommit>;
  /** Of the repository's own configuration. Empty or a rejection: it is not set. */
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<'uninitialized' | 'initialized'>;
  readonly repositories: readonly GitRepository[];
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** How long the Git extension may look for repositories after its start. Milliseconds. */
const longestSearch = 10_000;

/** The repositories that are open. Undefined: VS Code's Git is switched off, or not there at all. */
export async function gitRepositories(): Promise<readonly GitRepository[] | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const git = extension && (await extension.activate());
  if (!git?.enabled) return undefined;
  const api = git.getAPI(1);
  if (api.state === 'uninitialized') await initialized(api);
  return api.repositories;
}

function initialized(api: GitApi): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, longestSearch);
    const listening = api.onDidChangeState(done);
    function done(): void {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    }
  });
}

/** A value of the repository's configuration, else of the user's. Undefined: it is not set. */
export async function gitConfig(repository: GitRepository, key: string): Promise<string | undefined> {
  const own = await repository.getConfig(key).catch(() => '');
  return own || (await repository.getGlobalConfig(key).catch(() => '')) || undefined;
}
