import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GitRepository } from '../../../../src/host/scm/gitApi';
import { MessageBox } from '../../../../src/host/scm/messageBox';

/** A box as VS Code's: what is set shows at once, and older values are told once more a moment later. */
class LateBox {
  private told: string;
  private readonly late: string[] = [];
  shown: string;

  constructor(text: string) {
    this.told = text;
    this.shown = text;
  }

  get value(): string {
    return this.told;
  }

  set value(text: string) {
    this.told = text;
    this.shown = text;
    this.late.push(text);
  }

  type(text: string): void {
    this.shown = text;
    this.late.push(text);
  }

  /** The next of what the window has to tell arrives, with the line ends of Windows. */
  arrive(): void {
    const next = this.late.shift();
    if (next !== undefined) this.told = next.replaceAll('\n', '\r\n');
  }
}

function open(text: string): { box: LateBox; message: MessageBox } {
  const box = new LateBox(text);
  const repository: Pick<GitRepository, 'inputBox'> = { inputBox: box };
  return { box, message: new MessageBox(repository) };
}

describe('the message box of a repository', () => {
  it('shows what is written and gets back what it held', () => {
    const { box, message } = open('before');

    assert.ok(message.write('one') && message.write('one\n\ntwo'));
    assert.equal(box.shown, 'one\n\ntwo');
    message.restore();
    assert.equal(box.shown, 'before');
  });

  it('keeps what the user typed, and is not written to again', () => {
    const { box, message } = open('');
    message.write('one');
    box.type('one and mine');
    box.arrive();
    box.arrive();

    assert.equal(message.write('one two'), false);
    message.restore();
    assert.equal(box.shown, 'one and mine');
  });

  it('takes none of its own texts for the user’s, however late VS Code tells them', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant('arrive')), { maxLength: 40 }), (steps) => {
        const { box, message } = open('before');
        for (const step of steps) {
          if (step === 'arrive') box.arrive();
          else assert.ok(message.write(step));
        }
        message.restore();
        assert.equal(box.shown, 'before');
      }),
    );
  });
});
