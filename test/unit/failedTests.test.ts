import assert from 'node:assert/strict';
import { patternFor, tellFailures } from '../launch/failedTests';

describe('the tests that are run again', () => {
  const failures = [
    { file: 'a.test.js', title: 'a list asks "why (not)?"', why: 'Error: 1\n    at a.ts:3' },
    { file: 'b.test.js', title: 'another list [1]', why: 'Error: 2' },
  ];
  const finds = (title: string) => new RegExp(patternFor(failures), 'i').test(title);

  it('are found by their names, with characters that mean something in a pattern', () => {
    assert.ok(failures.every(({ title }) => finds(title)));
  });

  it('are all that is found', () => {
    assert.ok(!finds('a list asks nothing'));
    assert.ok(!finds('one more: another list [1]'));
  });

  it('are told with their file and their error, for a reader who sees the last lines only', () => {
    const [first] = tellFailures(failures);
    assert.equal(first, 'a.test.js: a list asks "why (not)?"\n    Error: 1\n        at a.ts:3');
  });
});
