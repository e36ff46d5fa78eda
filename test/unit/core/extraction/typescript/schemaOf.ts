import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../../src/core/base/json';
import { declarationsIn } from '../../../../../src/core/extraction/typescript/declarations';
import { type TypeRefusal, typeSchema } from '../../../../../src/core/extraction/typescript/typeSchema';

/** The schema of a type that a file declares, or why there is none. */
export function schemaOf(text: string, name: string): JsonObject | TypeRefusal {
  const declaration = declarationsIn(text).find((one) => one.name === name);
  assert.ok(declaration, `${name} is declared`);
  const found = typeSchema(text, declaration);
  return 'schema' in found ? found.schema : found;
}

/** The same of a type that is written without its name. `others`: what the file declares besides. */
export function schemaOfType(type: string, others = ''): JsonObject {
  const found = schemaOf(`type A = ${type}\n${others}`, 'A');
  assert.ok(!('problem' in found), JSON.stringify(found));
  const { title, ...schema } = found as JsonObject;
  assert.equal(title, 'A');
  return schema;
}

/** Why there is no schema, and of what: `syntax }`. */
export function refusalOf(text: string): string {
  const found = schemaOf(text, 'A') as TypeRefusal;
  return `${found.problem} ${found.what}`;
}
