import assert from 'node:assert/strict';
import { applyChoice } from '../../../../src/core/editing/apply/applyBlock';
import type { ApplyChoice } from '../../../../src/core/editing/apply/applyTypes';
import { applied, type Case, outcome } from './applying';

const one = 'function one() {\n  return 1;\n}\n';
const two = 'function two() {\n  return 2;\n}\n';
const three = 'function three() {\n  return 3;\n}\n';
const header = "import a from 'a';\n\n";
const file = `${header}${one}\n${two}\n${three}`;

describe('Apply of a block whose place is not known', () => {
  it('asks, and offers no whole file for a part unless the user wants that', () => {
    assert.equal(outcome({ file, block: 'cors();\n' }), 'ask: appendToFile, replaceFile');
    assert.equal(
      outcome({ file, block: 'cors();\n', selection: { start: 2, end: 2 } }),
      'ask: insertAtCursor, appendToFile, replaceFile',
    );
    assert.equal(outcome({ file, block: 'function four() {\n}' }), 'ask: appendToFile, replaceFile');
    assert.equal(
      outcome({ file: '{\n  "a": 1,\n  "b": 2\n}\n', block: '{\n  "b": 3\n}', languageId: 'json' }),
      'ask: appendToFile, replaceFile',
    );
  });

  it('asks which one when several have the name', () => {
    const twins = 'class A {\n  f() {\n    a();\n  }\n}\nclass B {\n  f() {\n    b();\n  }\n}\n';
    const block = 'f() {\n  c();\n}';
    assert.equal(outcome({ file: twins, block }), 'ask: replaceDefinition f, replaceDefinition f, appendToFile');
    assert.equal(outcome({ file: twins, block, selection: { start: 7, end: 8 } }), twins.replace('b();', 'c();'));
  });

  it('asks before methods are lost that the block may only have left out', () => {
    const own = `${header}class A {\n  f() {\n    a();\n  }\n  g() {\n  }\n}\n`;
    const block = 'class A {\n  f() {\n    b();\n  }\n}';
    assert.equal(outcome({ file: own, block }), 'ask: replaceParts, replaceFile');
    assert.equal(outcome({ file: own, block, selection: { start: 3, end: 3 } }), 'ask: replaceParts, replaceFile');
    assert.equal(outcome({ file: own, block, choose: 'replaceParts' }), `${header}${block}\n`);
  });

  it('asks before keys of an object are lost that the block may only have left out', () => {
    const own = "import b from 'b';\n\nexport default {\n  a: 1,\n  b: 2,\n};\n";
    assert.equal(outcome({ file: own, block: 'export default {\n  b: 3,\n};' }), 'ask: replaceParts, replaceFile');
    assert.equal(outcome({ file: own, block: 'export default {\n  a: 1,\n  b: 3,\n};' }), own.replace('2', '3'));
    const config = 'const config = {\n  a: 1,\n  b: 2,\n};\nrun(config);\n';
    assert.equal(outcome({ file: config, block: 'const config = {\n  b: 3,\n};' }), 'ask: replaceParts, replaceFile');
  });

  it('finds a statement with what is indented below it by its first line', () => {
    const own = "a();\ndescribe('b', () => {\n  c();\n});\ndescribe('d', () => {\n  e();\n});\n";
    assert.equal(outcome({ file: own, block: "describe('d', () => {\n  f();\n});" }), own.replace('e()', 'f()'));
  });

  it('does what was chosen', () => {
    const block = 'cors();';
    const selection = { start: 3, end: 3 };
    assert.equal(
      outcome({ file, block, selection, choose: 'insertAtCursor' }),
      file.replace('  return 1;', '  cors();\n  return 1;'),
    );
    assert.equal(outcome({ file, block, choose: 'appendToFile' }), `${file}\ncors();\n`);
    assert.equal(outcome({ file, block, choose: 'replaceFile' }), 'cors();\n');
  });

  it('says how it was done, and what was replaced', () => {
    const told = (given: Case) => {
      const result = applied(given);
      return result.kind === 'edit' ? [result.how, ...result.names] : result.kind;
    };
    const twins = 'class A {\n  f() {\n    a();\n  }\n}\nclass B {\n  f() {\n    b();\n  }\n}\n';
    const selection = { start: 3, end: 3 };
    assert.deepEqual(told({ file, block: 'cors();', selection, choose: 'insertAtCursor' }), ['insertion']);
    assert.deepEqual(told({ file, block: 'cors();', choose: 'appendToFile' }), ['insertion']);
    assert.deepEqual(told({ file, block: 'cors();', choose: 'replaceFile' }), ['file']);
    assert.deepEqual(told({ file: twins, block: 'f() {\n  c();\n}', choose: 'replaceDefinition' }), ['parts', 'f']);
    const outside = { file, block: 'function three() {\n}', selection: { start: 2, end: 3 } };
    assert.deepEqual(told({ ...outside, choose: 'replaceParts' }), ['parts', 'three']);
    assert.deepEqual(told({ ...outside, choose: 'replaceSelection' }), ['selection']);
    assert.deepEqual(told({ file: twins, block: 'c();', selection: { start: 2, end: 3 } }), ['selection']);
    const result = applied({ file, block: 'function one() {\n}' });
    assert.deepEqual(result.kind === 'edit' && [result.names, result.others], [['one'], []]);
  });

  it('puts the block behind the last line that is written, or where the file is blank', () => {
    assert.equal(
      outcome({ file: 'a();\n  \n\n', block: 'cors();', choose: 'appendToFile' }),
      'a();\n\ncors();\n  \n\n',
    );
  });

  it('offers nothing that would lose what the block leaves out', () => {
    const block = 'cors();\n// ... existing code ...';
    assert.equal(outcome({ file, block, selection: { start: 2, end: 2 } }), 'refused: placeholder');
    const given = { text: block, language: '', fileName: '' };
    const target = { path: 'src/app.ts', languageId: 'typescript', text: file };
    const choices: readonly ApplyChoice[] = [
      { type: 'replaceFile', lines: 3 },
      { type: 'insertAtCursor', line: 3 },
      { type: 'appendToFile' },
      { type: 'replaceParts', names: [] },
    ];
    for (const choice of choices) {
      assert.deepEqual(applyChoice(given, target, choice), { kind: 'refused', reason: 'placeholder' }, choice.type);
    }
  });

  it('fills a selection of several functions with none that has another name', () => {
    const block = 'function four() {\n  // ... existing code ...\n}';
    assert.equal(outcome({ file: two + three, block, selection: { start: 0, end: 6 } }), 'refused: placeholder');
  });

  it('offers nothing where a mark that is a comment elsewhere in the file stands for what is not certain', () => {
    const mark = '  // ... existing code ...';
    const own = `function one() {\n${mark}\n}\n\n${two}`;
    const block = `function two() {\n  log();\n${mark}\n  log();\n}`;
    assert.equal(outcome({ file: own, block }), 'refused: placeholder');
  });

  it('is behind a comment of the file that only looks like a mark, where the block has it there', () => {
    const mark = '// ... existing code ...';
    const own = `setUp();\n\n${mark}\n\nrun();\n`;
    assert.equal(
      outcome({ file: own, block: `${mark} \n\nfunction four() {\n}` }),
      own.replace(mark, `${mark}\n\nfunction four() {\n}`),
    );
  });

  it('asks when the block is for a place outside of the selection', () => {
    const given = { file, block: 'function three() {\n}', selection: { start: 2, end: 3 } };
    assert.equal(outcome(given), 'ask: replaceSelection, replaceParts');
    assert.equal(outcome({ ...given, choose: 'replaceParts' }), `${header}${one}\n${two}\nfunction three() {\n}\n`);
  });

  it('asks when most of the file is in the block, but not all', () => {
    const block = `${header}${one}\n${two}`;
    assert.equal(outcome({ file, block: block.replace('return 1', 'return 5') }), 'ask: replaceParts, replaceFile');
  });
});
