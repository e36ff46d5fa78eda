import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { isJsonObject } from '../../../../../src/core/base/json';
import { checkRequest, readFindings } from '../../../../../src/core/research/check/checkRequest';
import { claimOf } from './claimOf';

const a = 'https://a.example/';

describe('the request that checks claims', () => {
  it('names the page and numbers the claims, keeps nothing at Google, and may read the page', () => {
    const request = checkRequest(a, [claimOf('It rains', a), claimOf('It snows', a)]);

    assert.deepEqual(request.input, [
      { type: 'text', text: `The page: ${a}\n\nThe claims:\n1. It rains\n2. It snows` },
    ]);
    assert.deepEqual([request.store, request.purpose, request.tools], [false, 'citations', [{ type: 'url_context' }]]);
    for (const verdict of ['supported', 'partly', 'notSupported', 'gone']) {
      assert.match(request.systemInstruction ?? '', new RegExp(`\\b${verdict} \\(`));
    }
  });

  it('asks for an answer of the shape that is read', () => {
    const format = checkRequest(a, []).responseFormat;
    assert.ok(isJsonObject(format) && isJsonObject(format.schema));
    const isAnswer = new Ajv().compile(format.schema);
    const finding = { claim: 1, verdict: 'partly', reason: 'A part.' };

    for (const findings of [[], [finding], [{ ...finding, weaker: 'It rains at times' }, finding]]) {
      assert.equal(isAnswer({ findings }), true);
    }
    for (const wrong of [
      { ...finding, claim: 'one' },
      { ...finding, verdict: 'true' },
      { claim: 1, verdict: 'gone' },
    ]) {
      assert.equal(isAnswer({ findings: [wrong] }), false);
    }
    assert.equal(isAnswer({}), false);
  });
});

describe('the answer of a check', () => {
  const read = (findings: unknown, count = 2) => readFindings(JSON.stringify({ findings }), count);
  const gone = { verdict: 'gone', reason: '', weaker: '' };

  it('is read in the order of the claims', () => {
    const findings = [
      { claim: 2, verdict: 'partly', reason: 'A part.', weaker: 'It rains at times' },
      { claim: 1, verdict: 'supported', reason: 'It says so.' },
    ];
    assert.deepEqual(read(findings, 3), [
      { verdict: 'supported', reason: 'It says so.', weaker: '' },
      { verdict: 'partly', reason: 'A part.', weaker: 'It rains at times' },
      undefined,
    ]);
  });

  it('says nothing of claims that were not asked, or in words that were not offered', () => {
    for (const odd of [{ claim: 0 }, { claim: 3 }, { claim: -1 }, { claim: 1.5 }, {}, { claim: 2, verdict: 'true' }]) {
      assert.deepEqual(
        read([
          { verdict: 'gone', ...odd },
          { claim: 1, verdict: 'gone' },
        ]),
        [gone, undefined],
      );
    }
    assert.deepEqual([read(5, 1), readFindings('[]', 1), readFindings('', 0)], [[undefined], [undefined], []]);
  });
});
