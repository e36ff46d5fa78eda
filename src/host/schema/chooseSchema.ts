import * as vscode from 'vscode';
import { declarationAt, declarationsIn } from '../../core/extraction/typescript/declarations';
import { endOfType } from '../../core/extraction/typescript/typeSchema';
import { type FoundSchema, schemaOfDocument, schemaOfSample, schemaOfType } from './readSchema';
import { typedSchema } from './typedSchema';

interface SchemaItem extends vscode.QuickPickItem {
  readonly read?: () => Promise<FoundSchema | undefined>;
}

const mostFiles = 50;

/** What the schema is for, in words. */
export interface SchemaUse {
  readonly title: string;
  /** The button that takes a schema once it is written. */
  readonly take: string;
}

/** Asks for the schema. Undefined: none was chosen, or it cannot be used and the user was told so. */
export async function chooseSchema(use: SchemaUse): Promise<FoundSchema | undefined> {
  const picked = await vscode.window.showQuickPick<SchemaItem>(items(use), {
    title: use.title,
    placeHolder: vscode.l10n.t('The schema that the JSON is to fit'),
    matchOnDescription: true,
  });
  return picked?.read?.();
}

async function items({ take }: SchemaUse): Promise<readonly SchemaItem[]> {
  const [files, clipboard] = await Promise.all([schemaFiles(), vscode.env.clipboard.readText()]);
  return [
    ...typesInSight(),
    ...files.map((uri) => ({
      label: `$(json) ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`,
      description: vscode.workspace.asRelativePath(uri),
      read: () => schemaAt(uri),
    })),
    ...(/^\s*[[{]/.test(clipboard)
      ? [
          {
            label: `$(clippy) ${vscode.l10n.t('JSON in the Clipboard')}`,
            description: vscode.l10n.t('as a sample, or as a schema'),
            read: () => schemaOfSample(vscode.l10n.t('The clipboard'), clipboard),
          },
        ]
      : []),
    { label: `$(folder-opened) ${vscode.l10n.t('Schema, TypeScript or Sample from a File…')}`, read: fromFile },
    { label: `$(edit) ${vscode.l10n.t('Write a Schema…')}`, read: () => typedSchema(take) },
  ];
}

/** The types of the TypeScript that is shown: the one at the cursor comes first. */
function typesInSight(): readonly SchemaItem[] {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = [...new Set([...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors])];
  return editors.filter(({ document }) => isTypeScript(document)).flatMap((editor) => typesIn(editor.document, editor));
}

function typesIn(document: vscode.TextDocument, editor?: vscode.TextEditor): readonly SchemaItem[] {
  const text = document.getText();
  const offset = editor && document.offsetAt(editor.selection.active);
  const here = offset === undefined ? undefined : declarationAt(text, offset, (one) => endOfType(text, one))?.start;
  const all = [...declarationsIn(text)].sort((a, b) => Number(b.start === here) - Number(a.start === here));
  return all.map((declaration) => ({
    label: `$(symbol-interface) ${declaration.name}`,
    description: vscode.workspace.asRelativePath(document.uri),
    ...(declaration.start === here && { detail: vscode.l10n.t('The type at the cursor') }),
    read: async () => schemaOfType(document, declaration),
  }));
}

function isTypeScript({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'typescript' || languageId === 'typescriptreact';
}

function schemaFiles(): Thenable<readonly vscode.Uri[]> {
  return vscode.workspace.findFiles('**/*.schema.json', '**/node_modules/**', mostFiles);
}

async function fromFile(): Promise<FoundSchema | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      filters: { [vscode.l10n.t('JSON and TypeScript')]: ['json', 'jsonc', 'ts', 'tsx'] },
    })) ?? [];
  return uri && schemaAt(uri);
}

async function schemaAt(uri: vscode.Uri): Promise<FoundSchema | undefined> {
  const document = await schemaOfDocument(uri);
  if (!document || !isTypeScript(document)) {
    return document && schemaOfSample(vscode.workspace.asRelativePath(uri), document.getText(), uri);
  }
  const types = typesIn(document);
  if (types.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} declares no type.', vscode.workspace.asRelativePath(uri)),
    );
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(types, {
    placeHolder: vscode.l10n.t('The type that the JSON is to fit'),
  });
  return picked?.read?.();
}
