import * as vscode from 'vscode';
import {
  commitlintFiles,
  commitlintInPackage,
  longestRules,
  noRules,
  type ProjectRules,
  type RuleFile,
  readRules,
  templateFile,
} from '../../core/commit/projectRules';
import { homeFolder } from '../platform/environment';
import { type GitRepository, gitConfig } from './gitApi';

/**
 * The rules of the project: commitlint's configuration and the template for messages. Nothing is run. In a folder that is
 * not trusted nothing is read either: a configuration there could name any file of this machine.
 */
export async function readProjectRules(repository: GitRepository): Promise<ProjectRules> {
  if (!vscode.workspace.isTrusted) return noRules;
  return readRules(await commitlintOf(repository), await templateOf(repository));
}

async function commitlintOf({ rootUri }: GitRepository): Promise<RuleFile | undefined> {
  for (const path of commitlintFiles) {
    const text = await readText(vscode.Uri.joinPath(rootUri, path));
    if (text !== undefined) return { path, text };
  }
  const packageJson = await readText(vscode.Uri.joinPath(rootUri, 'package.json'), largestPackage);
  const text = packageJson === undefined ? undefined : commitlintInPackage(packageJson);
  return text === undefined ? undefined : { path: 'package.json', text: text.slice(0, longestRules) };
}

/** Bytes. */
const largestPackage = 500_000;

async function templateOf(repository: GitRepository): Promise<RuleFile | undefined> {
  const named = await gitConfig(repository, 'commit.template');
  const uri =
    named === undefined ? vscode.Uri.joinPath(repository.rootUri, templateFile) : templateUri(repository, named);
  const text = uri && (await readText(uri));
  return text === undefined ? undefined : { path: named ?? templateFile, text };
}

/** As git reads the path: from the root of the repository, and `~` is the user's own folder. */
function templateUri({ rootUri }: GitRepository, path: string): vscode.Uri | undefined {
  if (/^~[\\/]/.test(path)) {
    const home = homeFolder();
    return home === undefined ? undefined : vscode.Uri.joinPath(vscode.Uri.file(home), path.slice(2));
  }
  return /^(?:[\\/]|[A-Za-z]:)/.test(path) ? vscode.Uri.file(path) : vscode.Uri.joinPath(rootUri, path);
}

/** Undefined where there is no such file, or where it is too long for what it should be. */
async function readText(uri: vscode.Uri, largest = longestRules): Promise<string | undefined> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || size > largest) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
