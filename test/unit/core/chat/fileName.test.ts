import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileNameOf } from '../../../../src/core/chat/fileName';
import { budget } from '../../../budget';

describe('the file name of a chat', () => {
  it('is its title where that can be a name', () => {
    assert.equal(fileNameOf('How do heat pumps work'), 'How do heat pumps work');
    assert.equal(fileNameOf('Grüße an Ada, 2.0'), 'Grüße an Ada, 2.0');
  });

  it('leaves out what a system would refuse, drop or hide', () => {
    assert.equal(fileNameOf('What is /etc/passwd?'), 'What is etc passwd');
    assert.equal(fileNameOf('a<b>c:"d"|e*f\\g'), 'a b c d e f g');
    assert.equal(fileNameOf('..\\..\\boot.ini'), 'boot.ini');
    assert.equal(fileNameOf('.bashrc'), 'bashrc');
    assert.equal(fileNameOf('A sentence. '), 'A sentence');
    assert.equal(fileNameOf('one\u0000two\u202Ethree\nfour'), 'one two three four');
    assert.equal(fileNameOf('NUL'), '_NUL');
    assert.equal(fileNameOf('com1.md'), '_com1.md');
    assert.equal(fileNameOf('COM²'), '_COM²');
    assert.equal(fileNameOf('lpt9 .log'), '_lpt9 .log');
    assert.equal(fileNameOf('conout$'), '_conout$');
    assert.equal(fileNameOf('Console'), 'Console');
    assert.equal(fileNameOf('half \ud83d of a pair \udc00'), 'half of a pair');
    assert.equal(fileNameOf('Cafe\u0301'), 'Caf\u00e9');
    assert.equal(fileNameOf('???'), '');
  });

  it('has 200 bytes at most, and no half of a character', () => {
    assert.equal(fileNameOf('🚀'.repeat(50)), '🚀'.repeat(50));
    assert.equal(fileNameOf('🚀'.repeat(51)), '🚀'.repeat(50));
    assert.equal(fileNameOf('語'.repeat(80)), '語'.repeat(66));
    assert.equal(fileNameOf('a'.repeat(80)), 'a'.repeat(80));
    assert.equal(fileNameOf('a'.repeat(81)), 'a'.repeat(79));
    assert.equal(fileNameOf('..A title… ...'), 'A title');
  });

  it('of whatever title can be written everywhere', function () {
    // Making the titles takes a while on a busy machine.
    this.timeout(30_000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        const name = fileNameOf(title);
        assert.doesNotMatch(name, /[<>:"/\\|?*\p{C}]|^[.\s]|[.\s]$/u);
        assert.doesNotMatch(name, /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        assert.ok(Buffer.byteLength(name) <= 210);
        assert.ok(name.isWellFormed());
      }),
      { numRuns: budget(500) },
    );
  });
});
