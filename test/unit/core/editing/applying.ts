import assert from 'node:assert/strict';
import { applyBlock, applyChoice } from '../../../../src/core/editing/apply/applyBlock';
import type { ApplyChoice, ApplyResult, ApplyTarget } from '../../../../src/core/editing/apply/applyTypes';

export interface Case extends Partial<ApplyTarget> {
  readonly file: string;
  readonly block: string;
  readonly language?: string;
  readonly fileName?: string;
  /** The choice to make, by its type. */
  readonly choose?: ApplyChoice['type'];
}

export function applied({ file, block, language = '', fileName = '', choose, ...more }: Case): ApplyResult {
  const given = { text: block, language, fileName };
  const target = { path: 'src/app.ts', languageId: 'typescript', ...more, text: file };
  const result = applyBlock(given, target);
  if (!choose) return result;
  assert.ok(result.kind === 'ask', JSON.stringify(result));
  const choice = result.choices.find(({ type }) => type === choose);
  assert.ok(choice, `no ${choose} among ${JSON.stringify(result.choices)}`);
  return applyChoice(given, target, choice);
}

/** The whole file after Apply, or in words what happened instead. */
export function outcome(given: Case): string {
  const result = applied(given);
  switch (result.kind) {
    case 'edit':
      return result.proposal;
    case 'unchanged':
      return 'unchanged';
    case 'refused':
      return `refused: ${result.reason}`;
    case 'ask':
      return `ask: ${result.choices.map(({ type, ...more }) => ('name' in more ? `${type} ${more.name}` : type)).join(', ')}`;
  }
}
