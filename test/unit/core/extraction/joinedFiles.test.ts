import assert from 'node:assert/strict';
import { makeCheck } from '../../../../src/core/extraction/checkJson';
import { checkOfJoined, joinedJson } from '../../../../src/core/extraction/joinedFiles';
import { problemsIn } from '../../../../src/core/extraction/placeProblems';

const check = makeCheck({ type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] });

describe('one list of several files', () => {
  it('has each answer under its file, with the numbers as they were written', () => {
    const text = joinedJson([
      { file: 'a.txt', text: '{"id":12345678901234567890}', value: JSON.parse('{"id":12345678901234567890}') },
      { file: 'b "2".txt', text: '{"id":', value: undefined },
    ]);
    assert.match(text, /12345678901234567890/);
    const [, second]: readonly unknown[] = JSON.parse(text);
    assert.deepEqual(second, { file: 'b "2".txt', data: '{"id":' });
  });

  it('has its problems at the answer of the file that does not fit', () => {
    const text = joinedJson([
      { file: 'a.txt', text: '{"id":1}', value: { id: 1 } },
      { file: 'b.txt', text: '{"id":"x"}', value: { id: 'x' } },
      { file: 'c.txt', text: 'no', value: undefined },
    ]);
    const marked = problemsIn(text, checkOfJoined(check)).map(({ offset, length, message }) => [
      text.slice(offset, offset + length),
      message,
    ]);
    assert.deepEqual(marked, [
      ['"x"', 'must be integer'],
      ['"no"', 'must be object'],
    ]);
  });

  it('has a problem for each answer that is missing, and none where it is no list', () => {
    assert.deepEqual(checkOfJoined(check)({ id: 'x' }), []);
    const problem = { path: ['1', 'data'], message: 'must be object' };
    assert.deepEqual(checkOfJoined(check)([{ data: { id: 1 } }, { file: 'a.txt' }]), [problem]);
    assert.deepEqual(checkOfJoined(check)([{ data: { id: 1 } }, 'text']), [problem]);
    assert.deepEqual(checkOfJoined(check)([{ data: { id: 'x' } }]), [
      { path: ['0', 'data', 'id'], message: 'must be integer' },
    ]);
  });
});
