import * as vscode from 'vscode';
import type { SchemaRefusal } from '../../core/extraction/serviceSchema';
import type { TypeRefusal } from '../../core/extraction/typescript/typeSchema';

/** Why a schema cannot be used, and what helps. */
export function schemaWords(refusal: SchemaRefusal): string {
  switch (refusal.kind) {
    case 'notSchema':
      return vscode.l10n.t('A JSON Schema is an object. Choose another file or write one.');
    case 'tooDeep':
      return vscode.l10n.t('This schema is nested too deeply for the service. Choose a smaller part of it.');
    case 'outside':
      return vscode.l10n.t(
        'This schema refers to another document ({0}), which Google cannot read. Copy that part into "$defs".',
        refusal.reference,
      );
    case 'missing':
      return vscode.l10n.t('This schema refers to {0}, which it does not have.', refusal.reference);
    case 'cycle':
      return vscode.l10n.t(
        'This schema leads back to itself at {0}. The service takes that only where a property on the way may be absent: take it out of "required", or make it optional in the type.',
        refusal.reference,
      );
  }
}

/** Why a type cannot become a schema, and what helps. */
export function typeWords(name: string, { problem, what, line }: TypeRefusal): string {
  switch (problem) {
    case 'generic':
      return vscode.l10n.t(
        '{0} uses the generic type {1} (line {2}). Choose a type without type parameters, such as an interface that names its members.',
        name,
        what,
        line,
      );
    case 'function':
      return vscode.l10n.t(
        '{0} has a function at {1} (line {2}), and JSON has none. Choose a type of data.',
        name,
        what,
        line,
      );
    case 'unknownName':
      return vscode.l10n.t(
        '{0} refers to {1} (line {2}), which this file does not declare. Declare it here.',
        name,
        what,
        line,
      );
    case 'operator':
      return vscode.l10n.t(
        '{0} is worked out by the compiler at {1} (line {2}). Choose a type that names its members.',
        name,
        what,
        line,
      );
    case 'syntax':
      return vscode.l10n.t('{0} could not be read at {1} (line {2}).', name, what, line);
    case 'tooDeep':
      return vscode.l10n.t('{0} is nested too deeply or extends itself at {1} (line {2}).', name, what, line);
  }
}

/** What of a schema Google is not told. */
export function leftOutWords(keywords: readonly string[]): string {
  return vscode.l10n.t(
    'The service does not take these parts of the schema: {0}. The answer is checked against them here.',
    keywords.join(', '),
  );
}
