import assert from 'node:assert/strict';
import { jsonFormat } from '../../../../src/core/interactions/jsonFormat';

describe('an answer that is to fit a schema', () => {
  it('is asked for as JSON, which is a text to the service', () => {
    const schema = { type: 'object', properties: {} };

    assert.deepEqual(jsonFormat(schema), { type: 'text', mime_type: 'application/json', schema });
  });
});
