import assert from 'node:assert/strict';
import { placeFinding } from '../../../../../src/core/editing/target/placeFinding';

const lines = ['', 'a();', '  b();', '', 'a();', 'c();'];
const at = (line: number, code: string, ranges = [{ start: 3, end: 6 }]) =>
  placeFinding({ line, code }, lines.length, lineAt, ranges);

/** As VS Code does, fails for a line that the document does not have. */
function lineAt(number: number): string {
  const line = lines[number];
  assert.ok(line !== undefined, `no line ${number}`);
  return line;
}

describe('placeFinding', () => {
  it('takes the line that reads as quoted and is nearest to the number', () => {
    assert.equal(at(3, '  b();  '), 2);
    assert.equal(at(1, 'a();'), 1);
    assert.equal(at(6, 'a();'), 4);
    assert.equal(at(999, 'c();'), 5);
    assert.equal(at(1, 'c();'), 5);
    assert.equal(at(6, '  b();'), 2);
  });

  it('takes the number where nothing reads so, if it is in what was asked about', () => {
    assert.equal(at(6, 'gone();'), 5);
    assert.equal(at(4, ''), 3);
    assert.equal(at(5, ' '), 4, 'no blank line beside it');
  });

  it('else takes the first line with text of what was asked about', () => {
    assert.equal(at(1, 'gone();'), 4);
    assert.equal(at(-5, 'gone();', [{ start: 20, end: 30 }]), 0);
  });
});
