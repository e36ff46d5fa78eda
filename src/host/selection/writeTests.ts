import * as vscode from 'vscode';
import type { NamedText } from '../../core/editing/ask/editRequest';
import { projectFiles, testFramework } from '../../core/editing/tests/testFramework';
import { readPath, testGlob } from '../../core/editing/tests/testNames';
import { type TestPlace, testPlace } from '../../core/editing/tests/testPlace';
import { readSmallFile, rulesFor } from '../rules/rulesFiles';
import type { Services } from '../services';
import { type AskedCode, askedCode, nameOf } from './askedCode';
import type { EditWish, Propose } from './changeCode';
import { tellTarget } from './targetWords';
import { isChangeable } from './writable';

/** Folders that hold code of others, or what was built. */
const foreign = '**/{node_modules,dist,out,build,target,vendor,.git,.venv,venv,coverage}/**';
/** So many tests show the habit of a project. */
const mostTests = 2_000;
/** A test file up to this long is written again as a whole, so that its imports can change; a longer one grows at its end. UTF-16 units. */
const longestWhole = 20_000;

/** "Write Tests": proposes tests for the code, in the file where the project has them or would have them. */
export class WriteTests {
  constructor(
    private readonly apiKey: Services['apiKey'],
    private readonly propose: Propose,
  ) {}

  async run(args: readonly unknown[]): Promise<void> {
    const code = await askedCode(args);
    if (!code || !(await isChangeable(code.document))) return;
    const folder = vscode.workspace.getWorkspaceFolder(code.document.uri);
    const found = folder && (await placeIn(folder, code.document.uri));
    if (!folder || !found) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'It’s unclear where tests for {0} belong: the project has none in this language.',
          nameOf(code.document),
        ),
      );
      return;
    }
    tellTarget(code);
    const { place } = found;
    const tests = await openTests(vscode.Uri.joinPath(folder.uri, place.path), place);
    if (!tests) return;
    const wish = await wishFor(code, tests, folder, found);
    if (!(await this.apiKey.ensure())) return;
    const samples = place.sample === undefined ? [] : [vscode.Uri.joinPath(folder.uri, place.sample)];
    await this.propose(tests, wish, [code.document.uri, ...samples]);
  }
}

interface Found {
  readonly place: TestPlace;
  readonly framework: string | undefined;
}

async function placeIn(folder: vscode.WorkspaceFolder, uri: vscode.Uri): Promise<Found | undefined> {
  const pathOf = (file: vscode.Uri) => file.path.slice(folder.uri.path.length).replace(/^\//, '');
  const source = pathOf(uri);
  const tests = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, testGlob), foreign, mostTests);
  const place = testPlace(source, tests.map(pathOf).toSorted());
  if (!place) return undefined;
  const above = source.split('/').slice(0, -1);
  // The nearest folder that says something: a package in a repository of several has its own.
  for (let depth = above.length; depth >= 0; depth -= 1) {
    const texts = await Promise.all(
      projectFiles.map(async (name) => {
        const text = await readSmallFile(vscode.Uri.joinPath(folder.uri, ...above.slice(0, depth), name));
        return text === undefined ? [] : [{ name, text }];
      }),
    );
    const framework = testFramework(texts.flat(), readPath(source).extension);
    if (framework !== undefined) return { place, framework };
  }
  return { place, framework: undefined };
}

/** The file with the tests; a new one is open under its path and on no disk until the user saves it. */
async function openTests(uri: vscode.Uri, { found }: TestPlace): Promise<vscode.TextDocument | undefined> {
  if (found === 'existing') return vscode.workspace.openTextDocument(uri);
  const unsaved = uri.with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(unsaved);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

async function wishFor(
  { document, target }: AskedCode,
  tests: vscode.TextDocument,
  folder: vscode.WorkspaceFolder,
  { place, framework }: Found,
): Promise<EditWish> {
  const lines = (start: number, end: number) => document.getText(new vscode.Range(start, 0, end, 0));
  const text = target.ranges.map(({ start, end }) => lines(start, end)).join('\n');
  const tested = { path: nameOf(document), languageId: document.languageId, text };
  const sample = place.sample === undefined ? undefined : await sampleAt(folder, place.sample);
  const rules = [...(await rulesFor(document)), ...(sample ? [sample] : [])];
  const isWhole = tests.getText().length <= longestWhole;
  const last = tests.lineCount;
  const ranges = [isWhole ? { start: 0, end: last } : { start: last, end: last }];
  const instruction = [
    `Write tests for the code from ${tested.path}. They are in ${place.path}.`,
    ...(framework === undefined ? [] : [`The project tests with ${framework}.`]),
    ...(place.found === 'existing' ? ['Keep the tests that are there.'] : []),
  ].join(' ');
  return { kind: 'writeTests', ranges, instruction, tested, rules };
}

async function sampleAt(folder: vscode.WorkspaceFolder, path: string): Promise<NamedText | undefined> {
  const text = await readSmallFile(vscode.Uri.joinPath(folder.uri, path));
  return text === undefined ? undefined : { path, text };
}
