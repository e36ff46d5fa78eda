import assert from 'node:assert/strict';
import { makeCheck } from '../../../../src/core/extraction/checkJson';
import { pointerParts, pointerTo, valueAt } from '../../../../src/core/extraction/jsonPointer';
import { formatJson, parsedJson, placeProblems, problemsIn } from '../../../../src/core/extraction/placeProblems';

describe('a JSON Pointer', () => {
  for (const [pointer, parts] of [
    ['', []],
    ['/', ['']],
    ['/a/0', ['a', '0']],
    ['/a~1b/m~0n/~01', ['a/b', 'm~n', '~1']],
    ['/a~1~1b~0~0', ['a//b~~']],
    ['//', ['', '']],
  ] as const) {
    it(`is its names, and back: ${pointer || 'an empty one'}`, () => {
      assert.deepEqual(pointerParts(pointer), parts);
      assert.equal(pointerTo(parts), pointer);
    });
  }

  it('may be made of numbers too', () => assert.equal(pointerTo(['a', 12, 'b']), '/a/12/b'));

  it('leads to what stands there, and to nothing else', () => {
    const value = { a: [{ b: 1 }, 'x', ...Array.from({ length: 9 }, () => null)], '': null, length: 3 };
    for (const [pointer, found] of [
      ['', value],
      ['/', null],
      ['/a/0/b', 1],
      ['/a/1', 'x'],
      ['/a/10', null],
      ['/length', 3],
      ['/a/11', undefined],
      ['/a/01', undefined],
      ['/a/-', undefined],
      ['/a/1x', undefined],
      ['/a/x1', undefined],
      ['/a/length', undefined],
      ['/a/1/length', undefined],
      ['/b', undefined],
      ['/b/c', undefined],
      ['/toString', undefined],
      ['//x', undefined],
    ] as const) {
      assert.deepEqual(valueAt(value, pointer), found, pointer);
    }
  });
});

describe('the place of a problem', () => {
  const text = '{ "a": [1, { "b": true }], "c": {} }';
  const marked = (...path: string[]) =>
    placeProblems(text, [{ path, message: 'm' }]).map(({ offset, length, message }) => {
      assert.equal(message, 'm');
      return `${offset}: ${text.slice(offset, offset + length)}`;
    })[0];

  it('is a value, or the name of one that is long', () => {
    assert.equal(marked('a', '0'), '8: 1');
    assert.equal(marked('a', '1', 'b'), '18: true');
    assert.equal(marked('a'), '2: "a"');
    assert.equal(marked('c'), '27: "c"');
    // A member of a list has no name.
    assert.equal(marked('a', '1'), '11: {');
    assert.equal(marked(), '0: {');
  });

  it('is what is around it where it is not there', () => {
    assert.equal(marked('a', '7'), '2: "a"');
    assert.equal(marked('a', '0', 'x'), '8: 1');
    assert.equal(marked('x'), '0: {');
    assert.deepEqual(placeProblems('', [{ path: ['a'], message: 'm' }]), [{ offset: 0, length: 1, message: 'm' }]);
    assert.deepEqual(placeProblems('no JSON', []), []);
  });

  it('is told of what is no JSON, else of what does not fit', () => {
    const check = makeCheck({ type: 'array' });
    assert.deepEqual(problemsIn('[1]', check), []);
    assert.deepEqual(problemsIn('1', check), [{ offset: 0, length: 1, message: 'must be array' }]);
    assert.deepEqual(problemsIn('{ a: 1 }', () => []).at(0)?.offset, 2);
    assert.deepEqual(problemsIn('[1', check), [{ offset: 2, length: 1, message: 'close bracket expected' }]);
    assert.deepEqual(problemsIn('[1,]', check).length, 1);
    assert.deepEqual(problemsIn('[1] // a', check), [{ offset: 4, length: 4, message: 'invalid comment token' }]);
    const noJson = [{ offset: 0, length: 1, message: 'no JSON' }];
    for (const levels of [501, 10_000]) {
      for (const [opening, closing] of [
        ['[', ']'],
        ['{"a":', '}'],
      ] as const) {
        const deep = `${opening.repeat(levels)}0${closing.repeat(levels)}`;
        assert.deepEqual(problemsIn(deep, check), noJson);
        assert.equal(parsedJson(deep), undefined);
      }
    }
    assert.deepEqual(problemsIn('['.repeat(100_000), check), noJson);
    const inText = JSON.stringify(`\\"${'['.repeat(600)}`);
    for (const fine of [`${'['.repeat(500)}${']'.repeat(500)}`, `[${'[],'.repeat(600)}0]`, inText]) {
      assert.deepEqual(parsedJson(fine), JSON.parse(fine));
    }
    assert.deepEqual(problemsIn('', check), [{ offset: 0, length: 1, message: 'value expected' }]);
  });
});

describe('the text of a value', () => {
  it('is read if it is JSON', () => {
    assert.deepEqual(parsedJson(' {"a":null} '), { a: null });
    assert.equal(parsedJson('null'), null);
    assert.equal(parsedJson('{a:1}'), undefined);
  });

  it('is formatted with its numbers as they were', () => {
    assert.equal(
      formatJson('{"a":[1.0,12345678901234567890],\n"b":{}}'),
      '{\n  "a": [\n    1.0,\n    12345678901234567890\n  ],\n  "b": {}\n}',
    );
  });
});
