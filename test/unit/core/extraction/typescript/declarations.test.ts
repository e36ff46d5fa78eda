import assert from 'node:assert/strict';
import {
  type Declaration,
  declarationAt,
  declarationsIn,
} from '../../../../../src/core/extraction/typescript/declarations';
import { endOfType } from '../../../../../src/core/extraction/typescript/typeSchema';

describe('the types that a file declares', () => {
  const words = (text: string) =>
    declarationsIn(text).map(({ kind, name, start, body }) => [kind, name, text.slice(start, body)]);

  it('are known by how their lines begin', () => {
    assert.deepEqual(words('interface A {}\n  export type B = 1\nexport default interface $C extends A {}\n'), [
      ['interface', 'A', 'interface A'],
      ['type', 'B', 'type B'],
      ['interface', '$C', 'interface $C'],
    ]);
    assert.deepEqual(words('declare enum A {}\nexport const enum B{}\nconst type = 1;\nexport declare type C<T> = T'), [
      ['enum', 'A', 'enum A'],
      ['enum', 'B', 'enum B'],
      ['type', 'C', 'type C'],
    ]);
    assert.deepEqual(words('class A {}\nx; type B = 1\n// type C = 1\ninterfaces D {}\ntype = 2\ntype E;'), []);
  });

  it('have the comment above them, if it is for readers', () => {
    const comment = (text: string) => declarationsIn(text).map((one) => one.comment)[0];
    assert.equal(comment('/** What is\n * ordered. */\n\nexport interface A {}'), 'What is ordered.');
    assert.equal(comment('/* Not this. */\ninterface A {}'), undefined);
    assert.equal(comment('/** Of b. */\nlet b;\ninterface A {}'), undefined);
    assert.equal(comment('/** @internal */\ninterface A {}'), undefined);
    assert.equal(comment('no comment */\ninterface A {}'), undefined);
    assert.equal(comment('/** Of b. */ b(); /* Not this. */\ninterface A {}'), undefined);
    assert.ok(!declarationsIn('interface A {}').some((one) => 'comment' in one));
  });

  it('end where the next word begins, or with their heads where they cannot be read', () => {
    const end = (text: string) => declarationsIn(text).map((one) => text.slice(0, endOfType(text, one)))[0];
    assert.equal(end('interface A { b: 1 }\nlet c;'), 'interface A { b: 1 }\n');
    assert.equal(end('type A = 1;'), 'type A = 1');
    assert.equal(end('interface A<T> { b: T }\n'), 'interface A');
    assert.equal(end('interface A { b(): void }\n'), 'interface A');
  });
});

describe('the type that a place means', () => {
  const text = 'let a;\nexport interface Bed { of: Garden }\ninterface Garden { size: 1 }';
  const [bed] = declarationsIn(text);
  const end = text.indexOf('\ninterface');
  const at = (offset: number, endOf: (one: Declaration) => number = () => end) =>
    declarationAt(text, offset, endOf)?.name;

  it('is the one whose name stands there, or ends or begins there', () => {
    const name = text.indexOf('Garden }');
    assert.equal(at(name), 'Garden');
    assert.equal(at(name + 3), 'Garden');
    assert.equal(at(name + 6), 'Garden');
    assert.equal(at(name + 7), 'Bed');
  });

  it('is the one around it, from its keyword to its end', () => {
    assert.equal(at(bed?.start ?? 0), 'Bed');
    assert.equal(at((bed?.start ?? 0) - 1), undefined);
    assert.equal(at(end), 'Bed');
    assert.equal(
      at(end + 1, ({ name }) => (name === 'Bed' ? end : 0)),
      undefined,
    );
    assert.equal(
      at(text.length - 1, () => text.length),
      'Garden',
    );
    assert.equal(at(0), undefined);
  });
});
