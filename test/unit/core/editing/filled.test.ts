import assert from 'node:assert/strict';
import { filled } from '../../../../src/core/editing/apply/fillPlaceholders';

const dots = '  // ... existing code ...';
const method = (name: string, value = 1) => [`  ${name}() {`, `    return ${value};`, '  }'];
const garden = (...body: readonly (readonly string[] | string)[]) => ['class Garden {', ...body.flat(), '}'];
const old = garden(method('f'), method('g'), method('h'), method('i'));
const made = (...body: readonly (readonly string[] | string)[]) => filled(garden(...body), old, 'typescript');

describe('what a block leaves out of a class', () => {
  it('is what the class has between the methods beside the mark', () => {
    assert.deepEqual(
      made(method('f', 2), dots, method('i', 3)),
      garden(method('f', 2), method('g'), method('h'), method('i', 3)),
    );
    assert.deepEqual(made(dots, method('h', 2), dots), garden(method('f'), method('g'), method('h', 2), method('i')));
    assert.deepEqual(made(dots, method('i', 2)), garden(method('f'), method('g'), method('h'), method('i', 2)));
  });

  it('is not certain where methods come in another order', () => {
    assert.equal(made(method('g', 2), dots, method('f', 2)), undefined);
    assert.equal(made(dots, method('i', 2), method('h', 2)), undefined);
  });

  it('is not certain where a method would be lost that no mark stands for', () => {
    assert.equal(made(method('f', 2), method('h', 2), dots), undefined);
    assert.equal(made(method('g', 2), dots), undefined);
    assert.equal(made(method('f', 2), dots, method('g', 2), method('i', 2)), undefined);
    assert.equal(made(dots, method('h', 2)), undefined);
    assert.equal(made(dots, method('h', 2), method('n')), undefined);
    assert.equal(made(dots, method('g', 2), dots, method('h', 2)), undefined);
    assert.deepEqual(
      made(dots, method('i', 2), method('n')),
      garden(method('f'), method('g'), method('h'), method('i', 2), method('n')),
    );
    assert.deepEqual(
      made(method('f', 2), method('g', 2), dots),
      garden(method('f', 2), method('g', 2), method('h'), method('i')),
    );
  });

  it('may be a statement that is gone, which is no method', () => {
    const before = garden(method('f'), '  size = 1;', method('g'), method('h'));
    assert.deepEqual(
      filled(garden(method('f'), method('g', 2), dots), before, 'typescript'),
      garden(method('f'), method('g', 2), method('h')),
    );
    assert.deepEqual(
      filled(garden(dots, method('g', 2)), garden(method('f'), method('g'), '  size = 1;'), 'typescript'),
      garden(method('f'), method('g', 2)),
    );
  });

  it('may stand behind a statement that is there twice', () => {
    const twice = ['f() {', '  log();', '  a();', '  log();', '}'];
    assert.deepEqual(filled(['f() {', '  log();', '  a();', dots, '}'], twice, 'typescript'), twice);
  });

  it('is not certain beside a method of which there are two', () => {
    const twins = garden(method('f'), method('f', 2), method('g'));
    assert.equal(filled(garden(method('f', 3), dots, '  x = 1;', dots), twins, 'typescript'), undefined);
    for (const body of [
      [method('f', 3), dots],
      [method('f', 3), dots, method('g')],
      [dots, method('f', 3)],
      [method('n'), method('f', 3), method('n'), dots],
      [method('f', 3), method('f', 4), dots],
    ]) {
      assert.equal(filled(garden(...body), twins, 'typescript'), undefined, body.flat().join('\n'));
    }
  });

  it('is certain beside other methods than the two of one name', () => {
    const twins = garden(method('g'), method('f'), method('f', 2));
    assert.deepEqual(
      filled(garden(method('g', 5), dots), twins, 'typescript'),
      garden(method('g', 5), method('f'), method('f', 2)),
    );
  });

  it('stays left out of nothing: what has no mark is as it is written', () => {
    const whole = garden(method('f', 5));
    assert.deepEqual(filled(whole, old, 'typescript'), whole);
  });
});
