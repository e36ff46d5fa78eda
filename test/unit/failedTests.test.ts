import assert from 'node:assert/strict';
import { patternFor } from '../launch/failedTests';

describe('the tests that are run again', () => {
  const failures = [
    { file: 'a.test.js', title: 'a list asks "why (not)?"' },
    { file: 'b.test.js', title: 'another list [1]' },
  ];
  const finds = (title: string) => new RegExp(patternFor(failures), 'i').test(title);

  it('are found by their names, with characters that mean something in a pattern', () => {
    assert.ok(failures.every(({ title }) => finds(title)));
  });

  it('are all that is found', () => {
    assert.ok(!finds('a list asks nothing'));
    assert.ok(!finds('one more: another list [1]'));
  });
});
