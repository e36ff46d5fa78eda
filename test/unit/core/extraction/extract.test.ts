import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { makeCheck } from '../../../../src/core/extraction/checkJson';
import { extract } from '../../../../src/core/extraction/extract';
import { formatJson, problemsIn } from '../../../../src/core/extraction/placeProblems';
import { ManualClock } from '../../fakes/manualClock';
import { never, serverUnderTest } from '../../gemini/serverUnderTest';

const schema = {
  type: 'object',
  properties: { name: { type: 'string' }, count: { type: 'integer', minimum: 1 } },
  required: ['name', 'count'],
};
const source = { name: 'notes.txt', text: 'Two roses.', languageId: 'plaintext' };

describe('extracting JSON', () => {
  const under = serverUnderTest();
  const run = (check = makeCheck(schema), texts: string[] = []) =>
    extract(
      { interactions: under.client, clock: new ManualClock() },
      { model: 'gemini-3.8-flash', schema, check },
      source,
      never(),
      (text) => texts.push(text),
    );
  const sent = (at: number) => JSON.stringify(under.server.requests[at]?.body);

  it('sends the text and the schema, keeps nothing at Google, and streams an answer that fits', async () => {
    const texts: string[] = [];
    const { text, value, problems } = await run(undefined, texts);
    assert.deepEqual(problems, []);
    assert.deepEqual(makeCheck(schema)(value ?? null), []);
    assert.equal(texts.at(-1), text);
    assert.match(
      sent(0),
      /"response_format":\{"type":"text","mime_type":"application\/json","schema":\{"type":"object"/,
    );
    assert.match(sent(0), /Two roses\./);
    assert.match(sent(0), /"store":false/);
    assert.equal(under.server.requests.length, 1);
  });

  it('asks once more for an answer that does not fit, and says what is wrong with it', async () => {
    let asked = 0;
    const once = (value: Parameters<ReturnType<typeof makeCheck>>[0]) => {
      asked += 1;
      return asked === 1 ? [{ path: ['count'], message: 'must be odd' }] : makeCheck(schema)(value);
    };
    const { problems } = await run(once);
    assert.deepEqual(problems, []);
    assert.match(sent(1), /\/count must be odd/);
    assert.match(sent(1), /does not fit the schema/);
    assert.equal(under.server.requests.length, 2);
  });

  it('gives the second answer as it is, with the places of what is wrong', async () => {
    const check = () => [{ path: ['count'], message: 'must be odd' }];
    const { text, problems } = await run(check);
    assert.deepEqual(problems, check());
    const [placed] = problemsIn(formatJson(text), check);
    assert.ok(placed);
    assert.equal(formatJson(text).slice(placed.offset, placed.offset + placed.length), '1');
    assert.equal(under.server.requests.length, 2);
  });

  it('says where an answer is no JSON, and gives the second one as text if it is none either', async () => {
    under.server.answerNext({ text: '{"name" "rose"}' });
    under.server.answerNext({ text: 'none' });
    assert.deepEqual(await run(), { text: 'none', value: undefined, problems: [] });
    assert.match(sent(1), /- no JSON at character 9: colon expected/);
    assert.match(sent(1), /\{\\"name\\" \\"rose\\"\}/);
    assert.equal(under.server.requests.length, 2);
  });

  it('asks once more for an answer that only opens brackets, as a model does that repeats itself', async () => {
    under.server.answerNext({ text: '['.repeat(100_000) });
    const { problems } = await run();
    assert.deepEqual(problems, []);
    assert.match(sent(1), /- it is no JSON\\n/);
    assert.equal(under.server.requests.length, 2);
  });

  it('says of the whole what is wrong with it', async () => {
    await run(() => [{ path: [], message: 'must be a list' }]);
    assert.match(sent(1), /- the whole must be a list/);
  });

  it('rejects with the failure of the request and asks no more', async () => {
    under.server.answerNext({ status: 503, body: '' });
    await assert.rejects(run(), (error) => error instanceof Failure && error.reason === 'serviceBusy');
    assert.equal(under.server.requests.length, 1);
  });
});
