import assert from 'node:assert/strict';
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { jsonText, pythonText, shellWord, singleQuoted } from '../../../../src/core/inspection/code/literals';

const text = fc.string({ unit: 'binary' });

describe('a text as a literal', () => {
  const cases: readonly (readonly [value: string, json: string, single: string, python: string, shell: string])[] = [
    ['', '""', "''", '""', "''"],
    ['a', '"a"', "'a'", '"a"', "'a'"],
    ['it\'s "x"', '"it\'s \\"x\\""', "'it\\'s \"x\"'", '"it\'s \\"x\\""', `'it'\\''s "x"'`],
    ['\\"', '"\\\\\\""', "'\\\\\"'", '"\\\\\\""', `'\\"'`],
    ['a\nb\t', '"a\\nb\\t"', "'a\\nb\\t'", '"a\\nb\\t"', "'a\nb\t'"],
    ['é東🚀', '"é東🚀"', "'é東🚀'", '"é東🚀"', "'é東🚀'"],
    ['\u007f\u200b', '"\\u007f\\u200b"', "'\\u007f\\u200b'", '"\\u007f\\u200b"', "'\u007f\u200b'"],
    ['\u{e0041}', '"\\udb40\\udc41"', "'\\udb40\\udc41'", '"\\U000e0041"', "'\u{e0041}'"],
    ['\u2028\ufe0f', '"\\u2028\\ufe0f"', "'\\u2028\\ufe0f'", '"\\u2028\\ufe0f"', "'\u2028\ufe0f'"],
  ];
  for (const [value, json, single, python, shell] of cases) {
    it(`is written for each language: ${json}`, () => {
      assert.deepEqual(
        [jsonText(value), singleQuoted(value), pythonText(value), shellWord(value)],
        [json, single, python, shell],
      );
    });
  }

  it('has the sign of a broken character in Python, which has no halves of characters', () => {
    assert.equal(pythonText('a\ud83db'), '"a\ufffdb"');
  });

  it('is read by JSON as it was, and shows all that it holds', () => {
    fc.assert(
      fc.property(text, (value) => {
        assert.equal(JSON.parse(jsonText(value)), value);
        assert.doesNotMatch(jsonText(value), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });

  it('is read by JavaScript as it was', () => {
    fc.assert(fc.property(text, (value) => assert.equal(runInThisContext(singleQuoted(value)), value)));
  });
});
