import { type ParseError, parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/base/json';
import { type Check, makeCheck } from '../../core/extraction/checkJson';
import { schemaFromSample } from '../../core/extraction/schemaFromSample';
import { isDeeperThan, serviceSchema } from '../../core/extraction/serviceSchema';
import type { Declaration } from '../../core/extraction/typescript/declarations';
import { typeSchema } from '../../core/extraction/typescript/typeSchema';
import { schemaWords, typeWords } from './schemaWords';

/** A schema that can be used. */
export interface FoundSchema {
  readonly name: string;
  /** What the service takes of it. */
  readonly sent: JsonObject;
  readonly whole: JsonObject;
  readonly leftOut: readonly string[];
  readonly check: Check;
  /** The file that it comes from, if it comes from one. */
  readonly file?: vscode.Uri;
}

/** A larger sample says no more of a form, and takes long to look through. Bytes. */
const largestSample = 5 * 1024 * 1024;
const deepestSample = 60;

/** The file as a document. Undefined: it is too large or no text, and the user was told so. */
export async function schemaOfDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const name = vscode.workspace.asRelativePath(uri);
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestSample) return tell(tooLarge(name));
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return tell(vscode.l10n.t('{0} cannot be read as text. Choose another file.', name));
  }
}

export function schemaOfType(document: vscode.TextDocument, declaration: Declaration): FoundSchema | undefined {
  const found = typeSchema(document.getText(), declaration);
  if (!('schema' in found)) return tell(typeWords(declaration.name, found));
  return usable(declaration.name, found.schema, document.uri);
}

/** A schema, or else a sample that one is made of. */
export async function schemaOfSample(name: string, text: string, file?: vscode.Uri): Promise<FoundSchema | undefined> {
  if (text.length > largestSample) return tell(tooLarge(name));
  const errors: ParseError[] = [];
  const value: JsonValue | undefined = parse(text, errors, { allowTrailingComma: true });
  if (value === undefined || errors.length > 0) return tell(vscode.l10n.t('{0} is no JSON.', name));
  if (isSchema(value)) return usable(name, value, file);
  if (isDeeperThan(value, deepestSample)) return tell(schemaWords({ kind: 'tooDeep' }));
  return usable(name, schemaFromSample(value), file);
}

/** `type` alone is a common name in data, so it has to be one of the types. */
function isSchema(value: JsonValue): value is JsonObject {
  if (!isJsonObject(value)) return false;
  if (typeof value.$schema === 'string' && /json-schema\.org|schema#?$/.test(value.$schema)) return true;
  const isTyped = value.type === 'object' || value.type === 'array';
  return isTyped && (isJsonObject(value.properties) || isJsonObject(value.items));
}

function usable(name: string, schema: JsonValue, file?: vscode.Uri): FoundSchema | undefined {
  const service = serviceSchema(schema);
  if ('kind' in service) return tell(schemaWords(service));
  const whole = isJsonObject(schema) ? schema : {};
  try {
    const check = makeCheck(whole);
    return { name, sent: service.schema, whole, leftOut: service.leftOut, check, ...(file && { file }) };
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return tell(vscode.l10n.t('{0} is no valid JSON Schema: {1}', name, why));
  }
}

function tooLarge(name: string): string {
  return vscode.l10n.t(
    '{0} is larger than 5 MB. A part of it is enough for a sample: copy one, and choose the clipboard.',
    name,
  );
}

function tell(words: string): undefined {
  void vscode.window.showWarningMessage(words);
  return undefined;
}
