import assert from 'node:assert/strict';
import {
  contentOf,
  decodeLine,
  encodeBlobRecord,
  encodeContent,
  encodeLine,
  encodeRecord,
  isSound,
  soundEnd,
} from '../../../../../src/core/storage/log/recordLine';
import { endRecord, turnRecord } from '../logUnderTest';

const stamp = { writer: '5f0c1c9e-6a43-4c8e-9a3b-1f2e7d8c0b11', number: 6, at: Date.UTC(2026, 10, 20, 9, 30, 2, 200) };
const head = '{"v":1,"w":"5f0c1c9e-6a43-4c8e-9a3b-1f2e7d8c0b11","n":6,"t":"2026-11-20T09:30:02.200Z"';
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const isSoundText = (text: string) => isSound(bytesOf(text), 0, bytesOf(text).length);

describe('a line of a chat', () => {
  it('is written as the description of the format shows it', () => {
    assert.equal(
      textOf(encodeRecord(stamp, { kind: 'title', title: 'Blue sky', by: 'model' })),
      `${head},"k":"title","d":{"title":"Blue sky","by":"model"},"c":"a1da4321"}\n`,
    );
  });

  it('names its turn where it belongs to one, and the file that holds its content', () => {
    const body = (bytes: Uint8Array) =>
      textOf(bytes)
        .slice(head.length)
        .replace(/"c":.*\n$/, '');
    const leaf = { kind: 'leaf', turnId: 'a "b"' } as const;
    assert.equal(body(encodeRecord(stamp, leaf)), ',"k":"leaf","turn":"a \\"b\\"","d":{},');
    assert.equal(body(encodeBlobRecord(stamp, leaf, 'f00d')), ',"k":"leaf","turn":"a \\"b\\"","b":"f00d",');
    assert.equal(body(encodeContent(stamp, { kind: 'lease', window: 'w' }, '[1]')), ',"k":"lease","d":[1],');
  });

  it('holds what a record says besides its kind and its turn', () => {
    const turn = turnRecord('a', 'b');
    assert.deepEqual(JSON.parse(contentOf(turn)), {
      parentId: 'b',
      createdAt: 5,
      prompt: 'Question a',
      attachments: [],
      model: 'gemini-3.8-flash',
    });
    assert.deepEqual(JSON.parse(contentOf(endRecord('a', 'Yes'))), {
      status: 'done',
      interactionId: 'v1_a',
      steps: [{ type: 'model_output', content: [{ type: 'text', text: 'Yes' }] }],
    });
    assert.equal(contentOf({ kind: 'private', isPrivate: false }), '{"isPrivate":false}');
    assert.equal(contentOf({ kind: 'delta', turnId: 'a', events: [{ id: 'v1' }] }), '{"events":[{"id":"v1"}]}');
  });

  it('is sound with its sum, whatever digits that has, and with no other', () => {
    const sums: string[] = [];
    for (let number = 0; number < 100; number += 1) {
      const line = textOf(encodeRecord({ ...stamp, number }, { kind: 'lease', window: '' })).trimEnd();
      const sum = line.slice(-10, -2);
      sums.push(sum);
      assert.ok(isSoundText(line), line);
      for (const [at, digit] of [...sum].entries())
        for (const other of [digit.toUpperCase(), '/', ':', '`', 'g', '@', digit === '0' ? '1' : '0']) {
          if (other === digit) continue;
          const wrong = `${line.slice(0, -10)}${sum.slice(0, at)}${other}${sum.slice(at + 1)}"}`;
          assert.ok(!isSoundText(wrong), wrong);
        }
    }
    assert.ok(sums.some((sum) => sum.startsWith('0')));
    for (const digit of '0123456789abcdef') assert.ok(sums.some((sum) => sum.includes(digit)));
  });

  it('has a beginning, and its sum stands at the end', () => {
    assert.ok(!isSoundText(',"c":"00000000"}'));
    assert.ok(isSoundText('x,"c":"8cdc1683"}'));
    for (const text of ['x,"d":"8cdc1683"}', 'x,"c":"8cdc1683")', 'x,"c":"8cdc1683\'}', 'x,"c":"8cdc1683"} ', 'x', ''])
      assert.ok(!isSoundText(text), text);
    const within = bytesOf('yx,"c":"8cdc1683"}z');
    assert.ok(isSound(within, 1, within.length - 1));
    assert.ok(!isSound(within, 0, within.length - 1));
  });

  it('ends at the first place where the sum is right', () => {
    const inner = encodeLine(stamp, 'title', undefined, '"d":{"x":1,"c":"00000000"},"e":[1,2]');
    const length = inner.length - 1;
    const two = new Uint8Array([0x20, ...inner.subarray(0, length), ...inner]);
    assert.equal(soundEnd(inner, 0, length), length);
    assert.equal(soundEnd(two, 1, two.length), 1 + length);
    assert.equal(soundEnd(two, 1 + length, two.length), 1 + 2 * length);
    assert.equal(soundEnd(two, 2, two.length), undefined);
    assert.equal(soundEnd(inner, 0, length - 16), undefined);
  });
});

describe('a line that is read', () => {
  const read = (text: string) => decodeLine(bytesOf(text), 0, bytesOf(text).length);

  it('has all that was written', () => {
    const line = encodeRecord(stamp, { kind: 'leaf', turnId: 't' });
    assert.deepEqual(decodeLine(line, 0, line.length), {
      ...stamp,
      version: 1,
      kind: 'leaf',
      turnId: 't',
      data: {},
      blob: undefined,
    });
    assert.deepEqual(read('{"v":2,"k":"x","b":"f00d"}'), {
      version: 2,
      writer: '',
      number: 0,
      at: 0,
      kind: 'x',
      turnId: undefined,
      data: undefined,
      blob: 'f00d',
    });
    assert.equal(read('{"v":1,"k":"x","t":"yesterday"}')?.at, 0);
  });

  it('is none without a version and a kind, or where it is no object', () => {
    for (const text of ['{"k":"x"}', '{"v":1}', '{"v":"1","k":"x"}', '[1]', 'null', '{"v":1,"k":"x"', ''])
      assert.equal(read(text), undefined, text);
  });
});
