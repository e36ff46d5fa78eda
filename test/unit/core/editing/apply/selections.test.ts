import assert from 'node:assert/strict';
import { applied, outcome } from '../applying';

const one = 'function one() {\n  return 1;\n}\n';
const two = 'function two() {\n  return 2;\n}\n';
const file = `${one}${two}stop();\n`;
const block = two.replace('2;', '5;');
const changed = file.replace('2;', '5;');

describe('Apply of a part of a file that is selected', () => {
  it('replaces the part where one of its lines is selected, and asks where none is', () => {
    for (const [start, end] of [
      [0, 4],
      [3, 4],
      [5, 6],
      [5, 7],
    ] as const) {
      assert.equal(outcome({ file, block, selection: { start, end } }), changed, `${start}-${end}`);
    }
    for (const [start, end] of [
      [0, 3],
      [6, 7],
    ] as const) {
      assert.deepEqual(applied({ file, block, selection: { start, end } }), {
        kind: 'ask',
        choices: [
          { type: 'replaceSelection', start, end },
          { type: 'replaceParts', names: ['two'] },
        ],
      });
    }
  });

  it('asks where one of its parts alone is selected as little as where none is', () => {
    const both = one.replace('1;', '5;') + block;
    const expected = `${both}stop();\n`;
    assert.equal(outcome({ file, block: both, selection: { start: 1, end: 2 } }), expected);
    assert.equal(
      outcome({ file, block: both, selection: { start: 6, end: 7 } }),
      'ask: replaceSelection, replaceParts',
    );
  });

  it('replaces the one of several parts with its name that is selected', () => {
    const twins = 'class A {\n  f() {\n    a();\n  }\n  g() {\n  }\n  static f() {\n    b();\n  }\n}\n';
    const own = 'f() {\n  c();\n}';
    const at = (start: number, end: number) => outcome({ file: twins, block: own, selection: { start, end } });
    assert.equal(at(1, 2), twins.replace('a();', 'c();'));
    assert.equal(at(3, 6), twins.replace('a();', 'c();'));
    assert.equal(at(8, 9), twins.replace('static f() {\n    b();', 'f() {\n    c();'));
    // Neither, or both: the selection is what the user means.
    assert.equal(at(4, 6), twins.replace('  g() {\n  }', '  f() {\n    c();\n  }'));
    const [start, end] = ['class A {\n  f() {\n    a();\n', '    b();\n  }\n}\n'];
    assert.equal(at(3, 7), `${start}  f() {\n    c();\n  }\n${end}`);
    const result = applied({ file: twins, block: own, selection: { start: 1, end: 2 } });
    assert.deepEqual(result.kind === 'edit' && [result.how, result.names], ['parts', ['f']]);
  });

  it('replaces the selection where the block has no place of its own', () => {
    assert.equal(outcome({ file, block: 'start();', selection: { start: 0, end: 6 } }), 'start();\nstop();\n');
    const nested = 'class A {\n  f() {\n\n    a();\n  }\n}\n';
    assert.equal(
      outcome({ file: nested, block: 'b();\nc();', selection: { start: 2, end: 4 } }),
      'class A {\n  f() {\n    b();\n    c();\n  }\n}\n',
    );
  });
});

describe('Apply where nothing is selected', () => {
  it('asks with what may be chosen, and where', () => {
    assert.deepEqual(applied({ file, block: 'start();' }), {
      kind: 'ask',
      choices: [{ type: 'appendToFile' }, { type: 'replaceFile', lines: 7 }],
    });
    assert.deepEqual(applied({ file, block: 'start();', selection: { start: 4, end: 4 } }), {
      kind: 'ask',
      choices: [{ type: 'insertAtCursor', line: 4 }, { type: 'appendToFile' }, { type: 'replaceFile', lines: 7 }],
    });
    const twins = 'class A {\n  f() {\n  }\n}\nclass B {\n  f() {\n  }\n}\n';
    assert.deepEqual(applied({ file: twins, block: 'f() {\n  c();\n}' }), {
      kind: 'ask',
      choices: [
        { type: 'replaceDefinition', name: 'f', start: 1, end: 3 },
        { type: 'replaceDefinition', name: 'f', start: 5, end: 7 },
        { type: 'appendToFile' },
      ],
    });
  });

  it('asks before a method is lost, and offers no whole file of a block that leaves something out', () => {
    const own = `class A {\n  f() {\n    a();\n  }\n  g() {\n  }\n}\n${file}`;
    const part = 'class A {\n  f() {\n    b();\n  }\n}\n';
    assert.deepEqual(applied({ file: own, block: part }), {
      kind: 'ask',
      choices: [
        { type: 'replaceParts', names: ['A'] },
        { type: 'replaceFile', lines: 14 },
      ],
    });
    assert.equal(outcome({ file: own, block: `${part}// ... existing code ...` }), 'ask: replaceParts');
  });

  it('offers to replace no place by a block that leaves something out, but the parts it names', () => {
    const twins = 'class A {\n  f() {\n    a();\n  }\n}\nclass B {\n  f() {\n    b();\n  }\n}\n';
    const left = 'f() {\n  c();\n  // ... existing code ...\n}';
    assert.equal(outcome({ file: twins, block: left }), 'ask: replaceDefinition f, replaceDefinition f');
    assert.equal(outcome({ file: twins, block: left, choose: 'replaceDefinition' }), 'refused: placeholder');
    assert.equal(
      outcome({ file: twins, block: left.replace('c();', 'c();\n  a();'), choose: 'replaceDefinition' }),
      twins.replace('a();', 'c();\n    a();'),
    );
  });

  it('takes no block for most of a file that says itself that it leaves code out', () => {
    const four = `${one}${two}${one.replace('one', 'three')}${one.replace('one', 'four')}`;
    const most = `${one}${block}${one.replace('one', 'three')}`;
    assert.equal(outcome({ file: four, block: most }), 'ask: replaceParts, replaceFile');
    assert.equal(outcome({ file: four, block: `${most}// ... existing code ...\n` }), four.replace('2;', '5;'));
  });
});
