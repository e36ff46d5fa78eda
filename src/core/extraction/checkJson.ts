import { Ajv, type ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020';
import type { JsonObject, JsonValue } from '../base/json';
import { pointerParts } from './jsonPointer';

/** What is wrong with a value, and where. */
export interface Problem {
  /** The names and numbers that lead to the place, from the outside. */
  readonly path: readonly string[];
  /** A sentence without subject, such as "must be string". In English: the validator has no other language. */
  readonly message: string;
}

export type Check = (value: JsonValue) => readonly Problem[];

/** More are of no help to a reader or to a model. */
const mostProblems = 100;

const options = {
  allErrors: true,
  strict: false,
  validateFormats: false,
  logger: false,
  // Else a property `valueOf` is looked for in each object, and found.
  ownProperties: true,
} as const;

/**
 * They say whether a schema is one. The code for that is made once: it takes ten times as long as that for a schema. The check
 * of values is made by another one each time, which keeps nothing of the schemas before.
 */
let newest: Ajv2020 | undefined;
let draft7: Ajv | undefined;

/**
 * Makes the check of values against a schema. Throws an Error that says what is wrong with the schema.
 *
 * The validator is Ajv 8 (released in 2026, 38 kB compressed, loaded when it is first needed). It makes code of a schema
 * with `new Function`, which the extension host allows; no page runs it. 1 MB of small objects took it 20 to 60 ms with
 * that, where @cfworker/json-schema 4.1 (6.5 kB) took 155 to 300 and jsonschema 1.5 (8 kB) 450 to 650: the goal is 50.
 * Formats such as `date-time` are not checked: the package with them is as large again for little.
 */
export function makeCheck(schema: JsonObject): Check {
  const { $schema, $id: _, ...own } = schema;
  const isNewer = typeof $schema === 'string' ? /20(19-09|20-12)/.test($schema) : !listsItems(schema);
  if (isNewer) {
    newest ??= new Ajv2020(options);
    void newest.validateSchema(own, true);
  } else {
    draft7 ??= new Ajv(options);
    void draft7.validateSchema(own, true);
  }
  const judged = { ...options, validateSchema: false };
  const validate = (isNewer ? new Ajv2020(judged) : new Ajv(judged)).compile(own);
  return (value) => {
    if (validate(value)) return [];
    return (validate.errors ?? []).slice(0, mostProblems).map(problemOf);
  };
}

/** Draft 7 lists the first items under `items`. All else that it has, the newer drafts have as well. */
function listsItems(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => (name === 'items' && Array.isArray(inner)) || listsItems(inner));
}

function problemOf({ instancePath, keyword, params, message = 'is not valid' }: ErrorObject): Problem {
  const path = pointerParts(instancePath);
  const { additionalProperty, allowedValues }: { additionalProperty?: unknown; allowedValues?: unknown } = params;
  // Marked where the name stands that should not be there.
  if (keyword === 'additionalProperties' && typeof additionalProperty === 'string') {
    return { path: [...path, additionalProperty], message: 'must not be here' };
  }
  if (keyword === 'enum' && Array.isArray(allowedValues)) {
    return {
      path,
      message: `must be one of ${allowedValues.map((one) => JSON.stringify(one)).join(', ')}`.slice(0, 500),
    };
  }
  return { path, message };
}
