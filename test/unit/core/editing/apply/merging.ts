import assert from 'node:assert/strict';
import { filePartsOf } from '../../../../../src/core/editing/apply/fileParts';
import { type Merged, mergeBlock } from '../../../../../src/core/editing/apply/mergeBlock';
import { unitsOf } from '../../../../../src/core/editing/apply/units';

export function merged(file: readonly string[], block: readonly string[], languageId = 'typescript'): Merged {
  const parts = filePartsOf(file, languageId);
  const units = unitsOf(block, languageId, (line) => parts.places.has(line.trim()));
  return mergeBlock(block, units, parts);
}

/** The lines of the file with the block in it. */
export function mergedFile(file: readonly string[], block: readonly string[], languageId?: string): readonly string[] {
  const result = merged(file, block, languageId);
  assert.ok(result.kind === 'merged', result.kind);
  const lines = [...file];
  for (const { start, end, contents } of result.replacements.toReversed())
    lines.splice(start, end - start, ...contents);
  return lines;
}

/** A function, or a method where it is indented, with what it returns. */
export function code(name: string, value: number, indent = ''): readonly string[] {
  return [`${indent}${indent === '' ? 'function ' : ''}${name}() {`, `${indent}  return ${value};`, `${indent}}`];
}
