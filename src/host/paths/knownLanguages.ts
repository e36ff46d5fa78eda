import * as vscode from 'vscode';
import { type LanguageContribution, readLanguages } from './languageId';

/** The languages of all extensions that run where this one does. */
export function knownLanguages(): readonly LanguageContribution[] {
  return vscode.extensions.all.flatMap(({ packageJSON }: { packageJSON: unknown }) => readLanguages(packageJSON));
}
