import assert from 'node:assert/strict';
import {
  definitionsNamed,
  fileDefinitions,
  type SymbolRange,
} from '../../../../src/core/editing/apply/fileDefinitions';

const lines = [
  '// Waters all.', // 0
  '@logged', // 1
  'export class Garden {', // 2
  '  size = 3;', // 3
  '  water() {', // 4
  '    amount += 1;', // 5
  '  }', // 6
  '}', // 7
  'const limit = 9;', // 8
];
const symbol = (name: string, kind: string, start: number, end: number): SymbolRange => ({ name, kind, start, end });
/** Name and lines of each definition, and the line it has its name in. */
const found = (symbols: readonly SymbolRange[] | undefined, contents = lines) =>
  fileDefinitions(contents, 'typescript', symbols).map(
    ({ name, start, head, end, indent }) => `${name} ${start}-${end} at ${head}, ${indent.length} in`,
  );

describe('the definitions of a file', () => {
  it('are guessed by how lines begin where no symbols are known', () => {
    assert.deepEqual(
      fileDefinitions(lines, 'typescript').map(({ name }) => name),
      ['Garden', 'water', 'limit'],
    );
  });

  it('are those of the language server, with the comment and the decorator before them', () => {
    const class_ = symbol('Garden', 'Class', 2, 7);
    assert.deepEqual(found([class_, symbol('water', 'Method', 4, 6), symbol('limit', 'Constant', 8, 8)]), [
      'Garden 0-8 at 2, 0 in',
      'water 4-7 at 4, 2 in',
      'limit 8-9 at 8, 0 in',
    ]);
    // A range that begins earlier is kept.
    assert.equal(found([symbol('Garden', 'Class', 0, 7)])[0], 'Garden 0-8 at 2, 0 in');
    assert.equal(
      found([symbol('water', 'Method', 3, 6)]).find((one) => one.startsWith('water')),
      'water 3-7 at 4, 2 in',
    );
  });

  it('are no variables inside of others, and none of a kind that is no part of a file', () => {
    const outer = symbol('Garden', 'Class', 2, 7);
    const named = (...symbols: SymbolRange[]) => found(symbols).map((one) => one.split(' ')[0]);
    assert.ok(!named(outer, symbol('amount', 'Variable', 5, 5)).includes('amount'));
    assert.ok(!named(outer, symbol('size', 'Field', 2, 3)).includes('size'));
    assert.ok(!named(outer, symbol('amount', 'Variable', 5, 7)).includes('amount'));
    assert.ok(named(symbol('amount', 'Variable', 5, 5)).includes('amount'));
    assert.ok(named(symbol('amount', 'Variable', 5, 5), symbol('limit', 'Constant', 8, 8)).includes('amount'));
    assert.ok(named(outer, symbol('size', 'Property', 3, 3)).includes('size'));
    assert.ok(named(symbol('amount', 'Variable', 5, 6), symbol('size', 'Method', 3, 3)).includes('amount'));
    assert.ok(!named(symbol('amount', 'Variable', 5, 5), symbol('Half', 'Event', 5, 6)).includes('amount'));
    assert.ok(!named(symbol('amount', 'Event', 5, 5)).includes('amount'));
  });

  it('are not where a symbol does not fit the text', () => {
    for (const [start, end] of [
      [-1, 3],
      [2, 9],
      [4, 3],
      [3, 7],
      [5, 7],
    ] as const) {
      assert.equal(found([symbol('Garden', 'Class', start, end)])[0], found(undefined)[0], `${start}-${end}`);
    }
    assert.deepEqual(found([symbol('limit', 'Constant', -1, 8)]), found(undefined));
    assert.equal(found([symbol('Garden', 'Class', 2, 2)])[0], 'Garden 0-3 at 2, 0 in');
  });

  it('come in the order of the file, whoever knows them', () => {
    assert.deepEqual(found([symbol('limit', 'Constant', 8, 8), symbol('water', 'Method', 4, 6)]), [
      ...['Garden 0-8 at 2, 0 in', 'water 4-7 at 4, 2 in', 'limit 8-9 at 8, 0 in'],
    ]);
  });

  it('are not guessed once more under the plain name of a symbol', () => {
    const go = ['func (g *Garden) Water(n int) {', '}', 'func Dry() {', '}'];
    const names = fileDefinitions(go, 'go', [symbol('(*Garden).Water', 'Method', 0, 1)]).map(({ name }) => name);
    assert.deepEqual(names, ['Water', 'Dry']);
  });
});

describe('the definitions that a name may mean', () => {
  const definition = (name: string, start: number, end: number) => ({ name, start, head: start, end, indent: '' });
  const all = [
    definition('Garden', 0, 9),
    definition('water', 2, 4),
    definition('water', 10, 12),
    definition('a.dry', 13, 14),
  ];
  const starts = (name: string, among = all) => definitionsNamed(among, name).map(({ start }) => start);

  it('are the ones outside of others, if that is one', () => {
    assert.deepEqual(starts('water'), [10]);
    assert.deepEqual(starts('water', [...all, definition('water', 15, 16)]), [2, 10, 15]);
    assert.deepEqual(
      starts('water', [definition('Garden', 0, 9), ...[0, 5, 10].map((at) => definition('water', at, at + 4))]),
      [10],
    );
    assert.deepEqual(starts('Garden'), [0]);
    assert.deepEqual(starts('none'), []);
  });

  it('are of its plain name where none has it as it is', () => {
    assert.deepEqual(starts('dry'), [13]);
    assert.deepEqual(starts('Garden::dry(int)'), [13]);
    assert.deepEqual(starts('dry<T>'), [13]);
    assert.deepEqual(starts('plot.Garden.dry'), [13]);
    assert.deepEqual(starts('dry2', [...all, definition('b.dry2', 15, 16)]), [15]);
    assert.deepEqual(starts('dry2(int)', [...all, definition('dry2', 15, 16)]), [15]);
    assert.deepEqual(starts('dry', [...all, definition('dry', 15, 16)]), [15], 'the name as it is comes first');
  });

  it('are none whose name is a sentence that ends or begins as it does', () => {
    const section = (name: string) => [...all, definition(name, 15, 16)];
    assert.deepEqual(starts('dry', section('When to call b.dry')), [13]);
    assert.deepEqual(starts('dry and wet', section('b.dry and wet')), []);
  });
});
