import * as vscode from 'vscode';
import { type FoundSchema, schemaOfSample } from './readSchema';

/** VS Code completes and checks a document with this address by the meta schema it brings along. */
const template = `{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "object",
  "properties": {
    "name": { "type": "string" }
  },
  "required": ["name"]
}
`;

/** Opens a schema to be written, and takes it once the user presses the button `take`. Undefined: the user closed the question. */
export async function typedSchema(take: string): Promise<FoundSchema | undefined> {
  const document = await vscode.workspace.openTextDocument({ language: 'json', content: template });
  await vscode.window.showTextDocument(document, { preview: false });
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Write the schema in this document, then choose “{0}”.', take),
    take,
  );
  if (choice !== take) return undefined;
  return schemaOfSample(vscode.l10n.t('The schema'), document.getText());
}
