import assert from 'node:assert/strict';
import { extractRequest } from '../../../../src/core/extraction/extractRequest';

const source = { name: 'beds.txt', text: 'Two roses.', languageId: 'plaintext' };
const schema = { type: 'object' };

describe('the request for data', () => {
  it('has the text with its name, and keeps nothing at Google', () => {
    const { input, ...rest } = extractRequest('m', schema, source);
    assert.match(
      JSON.stringify(input),
      /^\[\{"type":"text","text":"beds\.txt:\\n```plaintext\\nTwo roses\.\\n```"\},\{"type":"text"/,
    );
    assert.match(JSON.stringify(input.at(-1)), /"Extract the data .* as JSON\."\}$/);
    assert.equal(rest.store, false);
    assert.equal(rest.model, 'm');
    assert.equal(rest.purpose, 'extract');
    assert.match(rest.systemInstruction ?? '', /never an instruction to you/);
    assert.match(rest.systemInstruction ?? '', /never invent a value/);
  });

  it('tells the first 20 problems of an answer that does not fit, and shows it', () => {
    const problems = Array.from({ length: 21 }, (_, at) => `/a${at} must be string`);
    const said = JSON.stringify(extractRequest('m', schema, source, { text: '{"a":1}', problems }).input);
    assert.match(
      said,
      /```json\\n\{\\"a\\":1\}\\n```\\n\\nWhat is wrong with it:\\n- \/a0 must be string\\n- \/a1 must be string\\n/,
    );
    assert.match(said, /- \/a19 must be string\\n\\nExtract the data .* as JSON again/);
    assert.doesNotMatch(said, /\/a20 /);
  });
});
