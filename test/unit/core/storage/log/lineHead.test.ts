import assert from 'node:assert/strict';
import { DeltaHeads } from '../../../../../src/core/storage/log/deltaHead';
import { headOf } from '../../../../../src/core/storage/log/lineHead';
import { decodeLine, encodeLine, encodeRecord } from '../../../../../src/core/storage/log/recordLine';
import { deltaRecord, endRecord, textEvent, turnRecord } from '../logUnderTest';

const at = Date.UTC(2026, 10, 20);
const stamp = { writer: 'w', number: 12, at };
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('the first fields of a line', () => {
  it('are read without the rest, which need not be sound', () => {
    const text = '{"v":12,"w":"w","n":10,"t":"2026-11-20T00:00:00.000Z","k":"title","d":{';
    const bytes = bytesOf(`junk${text}`);
    assert.deepEqual(headOf(bytes, 4, bytes.length), { version: 12, writer: 'w', kind: 'title', at });
    assert.equal(headOf(bytes, 4, bytes.length - 8), undefined);
    assert.equal(headOf(bytes, 3, bytes.length), undefined);
  });

  it('are found in a line that begins in another way as well', () => {
    for (const writer of ['long'.repeat(100), 'with "quotes"', 'back\\slash']) {
      const line = encodeRecord({ ...stamp, writer }, turnRecord('t'));
      const head = headOf(line, 0, line.length - 1);
      assert.deepEqual(head, decodeLine(line, 0, line.length - 1));
      assert.deepEqual([head?.version, head?.writer, head?.kind, head?.at], [1, writer, 'turn', at]);
    }
    const later = bytesOf('{"k":"title","v":2}');
    assert.deepEqual([headOf(later, 0, later.length)?.version, headOf(later, 0, later.length)?.kind], [2, 'title']);
  });

  it('have no time where none can be read', () => {
    const line = bytesOf('{"v":1,"w":"w","n":1,"t":"noon","k":"title"}');
    assert.equal(headOf(line, 0, line.length)?.at, 0);
    assert.equal(headOf(line, 0, line.length - 1), undefined);
  });
});

describe('the turn of a piece of an answer', () => {
  const turnOf = (bytes: Uint8Array) => new DeltaHeads().turnOf(bytes, 0);

  it('is found for each line, also where ids are alike', () => {
    const heads = new DeltaHeads();
    for (const id of ['t', 't', 'u', 'tu', 't', 'ü', '', 't', 'tt'])
      assert.equal(heads.turnOf(encodeRecord(stamp, deltaRecord(id, textEvent('x'))), 0), id);
  });

  it('is looked for only where the line begins', () => {
    const line = encodeRecord(stamp, deltaRecord('t'));
    const bytes = new Uint8Array([0x0a, ...line]);
    assert.equal(new DeltaHeads().turnOf(bytes, 1), 't');
    assert.equal(new DeltaHeads().turnOf(bytes, 0), undefined);
  });

  it('is not told of other records, nor where a name has to be parsed', () => {
    for (const record of [turnRecord('t'), endRecord('t', 'x'), { kind: 'leaf', turnId: 't' } as const])
      assert.equal(turnOf(encodeRecord(stamp, record)), undefined, record.kind);
    assert.equal(turnOf(encodeLine(stamp, 'delta', undefined, '"d":{}')), undefined);
    assert.equal(turnOf(encodeRecord({ ...stamp, writer: 'a"b' }, deltaRecord('t'))), undefined);
    assert.equal(turnOf(encodeRecord(stamp, deltaRecord('a\\b'))), undefined);
  });

  it('is not told where the line is cut or of another version', () => {
    const text = '{"v":1,"w":"w","n":12,"t":"2026","k":"delta","turn":"t"';
    assert.equal(turnOf(bytesOf(text)), 't');
    for (let length = 0; length < text.length; length += 1)
      assert.equal(turnOf(bytesOf(text.slice(0, length))), undefined, text.slice(0, length));
    assert.equal(turnOf(bytesOf(text.replace('"v":1', '"v":2'))), undefined);
    assert.equal(turnOf(bytesOf(text.replace('12', '1x'))), undefined);
  });
});
