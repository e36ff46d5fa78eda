import assert from 'node:assert/strict';
import { bytesOfBase64 } from '../../../../src/core/base/base64';
import { isDeviceName } from '../../../../src/core/base/deviceName';
import { isJsonObject, numberField, objectField, objectsField, textField } from '../../../../src/core/base/json';
import { countUnseen, withoutUnseen } from '../../../../src/core/base/unseenCharacters';

describe('a field of a JSON object', () => {
  const object = {
    text: 'a',
    none: '',
    number: 0,
    bool: true,
    nothing: null,
    list: [{ a: 1 }, 'b', null, [{}]],
    inner: {},
  };
  const read = (field: (key: string) => unknown) =>
    Object.fromEntries(
      [...Object.keys(object), 'absent'].flatMap((key) => (field(key) === undefined ? [] : [[key, field(key)]])),
    );

  it('is read as what it should be, and absent as anything else', () => {
    assert.deepEqual(
      read((key) => textField(object, key)),
      { text: 'a', none: '' },
    );
    assert.deepEqual(
      read((key) => numberField(object, key)),
      { number: 0 },
    );
    assert.deepEqual(
      read((key) => objectField(object, key)),
      { inner: {} },
    );
    assert.equal(numberField({ a: Number.POSITIVE_INFINITY }, 'a'), undefined);
    assert.equal(numberField({ a: Number.NaN }, 'a'), undefined);
  });

  it('has the objects of a list, and none where there is no list', () => {
    assert.deepEqual(objectsField(object, 'list'), [{ a: 1 }]);
    assert.deepEqual(objectsField(object, 'inner'), []);
    assert.deepEqual(objectsField(object, 'absent'), []);
  });

  it('is an object unless it is a list or nothing', () => {
    for (const value of [{}, { a: 1 }]) assert.ok(isJsonObject(value));
    for (const value of [[], null, undefined, 'a', 1, true]) assert.ok(!isJsonObject(value));
  });
});

describe('a Base64 text', () => {
  it('is read as its bytes, or as nothing', () => {
    assert.deepEqual([...(bytesOfBase64('AP+AaQ==') ?? [])], [0, 255, 128, 105]);
    for (const none of ['', '*', 'a', 'ü']) assert.equal(bytesOfBase64(none), undefined, none);
  });
});

describe('a name of a device', () => {
  it('is one with any ending, and no longer name', () => {
    for (const name of [
      'con',
      'NUL',
      'aux.txt',
      'prn .md',
      'COM1',
      'lpt9.x',
      'com²',
      'CONIN$',
      'conout$.a',
      'nul .a',
    ]) {
      assert.ok(isDeviceName(name), name);
    }
    for (const name of ['cons', 'a.con', 'com', 'com10', 'lpt', 'null', 'con-1', ''])
      assert.ok(!isDeviceName(name), name);
  });
});

describe('text that may be sent', () => {
  it('is without what nobody sees', () => {
    assert.equal(withoutUnseen('a\u200Bb\u202Ec\u0000d\ud83de\uFEFF'), 'abcde');
    assert.equal(withoutUnseen('a\tb\r\nc 👩‍💻 ❤️ é'), 'a\tb\r\nc 👩‍💻 ❤️ é');
    assert.equal(withoutUnseen('a\uFE0F'), 'a');
  });

  it('tells how many characters these are', () => {
    assert.equal(countUnseen('a\u200Bb\u202Ec\u{E0041}'), 3);
    assert.equal(countUnseen('abc'), 0);
  });
});
