import type { JsonObject } from '../../../src/core/base/json';
import { asks, create } from '../calls';
import { oneRequest, type Probe } from '../probe';

const head = { assumption: 16 };

const input = [asks('Extract the data as JSON: Ada ordered two roses, Ben five tulips.')];
const asJson = (schema: JsonObject) =>
  create({ input, response_format: { type: 'text', mime_type: 'application/json', schema } });

const order = (name: JsonObject): JsonObject => ({
  type: 'object',
  properties: { name, count: { type: 'integer', minimum: 1 } },
  required: ['name', 'count'],
});

export const answerSchemas: readonly Probe[] = [
  oneRequest(
    { ...head, id: 'schema', title: 'a schema of an answer', assumed: '200 completed' },
    asJson({ type: 'array', items: order({ type: 'string' }) }),
  ),
  oneRequest(
    { ...head, id: 'schema-defs', title: 'a schema with $defs and $ref', assumed: '200 completed' },
    asJson({ type: 'array', items: { $ref: '#/$defs/order' }, $defs: { order: order({ type: 'string' }) } }),
  ),
  oneRequest(
    { ...head, id: 'schema-pattern', title: 'a schema with pattern', assumed: '400 invalid_request' },
    asJson({ type: 'array', items: order({ type: 'string', pattern: '^[A-Z]' }) }),
  ),
];
