import assert from 'node:assert/strict';
import { type Declaration, indentedLike, restated } from '../../../../src/host/edit/restatement';

const document = [
  '/** Adds up. */',
  'export function total(prices: number[]): number {',
  '  return 0;',
  '}',
  '',
  'export function totalOf(basket: Basket): number {',
  '  return 0;',
  '}',
  'class Basket {',
  '  // How many.',
  '  @cached',
  '  count(): number {',
  '    return 0;',
  '  }',
  '}',
];
const declarations: readonly Declaration[] = [
  { name: 'total', startLine: 1, endLine: 3, nameLine: 1 },
  { name: 'totalOf', startLine: 5, endLine: 7, nameLine: 5 },
  { name: 'Basket', startLine: 8, endLine: 14, nameLine: 8 },
  { name: 'count', startLine: 11, endLine: 13, nameLine: 11 },
];
const restatedBy = (code: string) =>
  restated(code, (line) => document[line] ?? '', declarations).map(({ name, startLine }) => `${name}@${startLine}`);

describe('finding what code states again', () => {
  it('goes by the first words up to the name', () => {
    assert.deepEqual(restatedBy('export function total(prices: readonly number[]) {\n}'), ['total@1']);
    assert.deepEqual(restatedBy('export   function total<T>() {\n}'), ['total@1']);
    assert.deepEqual(restatedBy('import { sum } from "./sum";\n\nclass Basket {\n}'), ['Basket@8']);
    assert.deepEqual(restatedBy('count(): number {\n  return 1;\n}'), ['count@11']);
  });

  it('takes another name, or another kind of declaration, for something else', () => {
    assert.deepEqual(restatedBy('export function totals() {\n}'), []);
    assert.deepEqual(restatedBy('const total = 1;'), []);
    assert.deepEqual(restatedBy('total([1, 2]);'), []);
    assert.deepEqual(restatedBy(''), []);
    assert.deepEqual(restatedBy('// total\n'), []);
  });

  it('replaces the comments above as well, if the code brings its own', () => {
    assert.deepEqual(restatedBy('/** Adds up all. */\nexport function total() {\n}'), ['total@0']);
    assert.deepEqual(restatedBy('// How many, again.\n@cached\ncount(): number {\n}'), ['count@9']);
  });
});

describe('indenting code like what it replaces', () => {
  it('moves it in, out, and leaves its own steps', () => {
    assert.equal(indentedLike('a {\n  b\n\n}', '    x {\n    }'), '    a {\n      b\n\n    }');
    assert.equal(indentedLike('    a {\n      b\n    }', 'x'), 'a {\n  b\n}');
    assert.equal(indentedLike('  a\n  b', '\t\tx'), '\t\ta\n\t\tb');
    assert.equal(indentedLike('a\n  b', 'x'), 'a\n  b');
  });

  it('takes no letters from a line that is less indented than the first', () => {
    assert.equal(indentedLike('    a\n  b\nc', 'x'), 'a\nb\nc');
  });

  it('goes by the first line that says something', () => {
    assert.equal(indentedLike('\n  a', '\n    x'), '\n    a');
    assert.equal(indentedLike('a', ''), 'a');
  });
});
