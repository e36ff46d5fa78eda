import assert from 'node:assert/strict';
import type { OutgoingText } from '../../../../src/core/privacy/outgoingGate';
import {
  type GateAnswer,
  type GateQuestion,
  largeRequest,
  PrivacyGate,
} from '../../../../src/core/privacy/privacyGate';
import type { FileReason } from '../../../../src/core/privacy/suspicions';

// Put together here, so that no scanner of repositories takes it for a leaked key.
const token = ['gh', 'p_', 'Zk9bQ2xWv7RtY4nM1pLs8dHc6JfGaXe3UoTi'].join('');
const begin = ['-----BEGIN ', 'PRIVATE KEY-----'].join('');

const rules: Readonly<Record<string, FileReason>> = {
  'file:///w/notes.sql': { kind: 'excluded', glob: '**/*.sql' },
  'file:///w/out.js': { kind: 'ignored', by: '.gitignore' },
  'file:///w/.env': { kind: 'secretFile' },
};

/** A gate whose user answers as told. */
class Gate {
  readonly questions: GateQuestion[] = [];
  readonly looked: (readonly string[])[] = [];
  private readonly gate: PrivacyGate;

  constructor(answer: GateAnswer) {
    const reasonsAgainst = (files: readonly string[]) => {
      this.looked.push(files);
      return Promise.resolve(files.map((file) => (rules[file] ? [rules[file]] : [])));
    };
    this.gate = new PrivacyGate({ reasonsAgainst }, (question) => {
      this.questions.push(question);
      return Promise.resolve(answer);
    });
  }

  review(...texts: readonly OutgoingText[]): Promise<readonly (string | undefined)[] | undefined> {
    return this.gate.review(texts);
  }

  harmless(...texts: readonly OutgoingText[]): Promise<readonly (string | undefined)[]> {
    return this.gate.harmless(texts);
  }

  allows(...texts: readonly OutgoingText[]): Promise<boolean> {
    return this.gate.allows(texts);
  }
}

const plain: OutgoingText = { name: 'a.ts', text: 'const a = 1;', files: ['file:///w/a.ts'] };
const excluded: OutgoingText = { name: 'notes.sql', text: 'select 1;', files: ['file:///w/notes.sql'] };
const withToken: OutgoingText = { name: 'b.ts', text: `one\ntwo\nconst b = '${token}';\n`, firstLine: 10 };

describe('the gate for what is sent', () => {
  it('lets through what there is nothing to say of, without a question', async () => {
    const gate = new Gate(undefined);

    assert.deepEqual(await gate.review(plain, { name: 'box', text: '' }), [plain.text, '']);
    assert.equal(await gate.allows(plain), true);
    assert.deepEqual(gate.questions, []);
  });

  it('names what it found, with lines, and quotes nothing of it', async () => {
    const gate = new Gate(undefined);
    const key = {
      name: 'key.ts',
      text: `const key = \`${begin}\nMIIE\`;\npassword = "h7Gk2Lq9Zx4Wv1Tn"`,
      firstLine: 1,
    };

    await gate.review(plain, withToken, key);

    const [question] = gate.questions;
    assert.deepEqual(question?.suspects, [
      { name: 'b.ts', reasons: [{ kind: 'token', lines: [12] }] },
      { name: 'key.ts', reasons: [{ kind: 'privateKey', lines: [1] }] },
    ]);
    assert.ok(!JSON.stringify(question).includes(token));
  });

  it('tells no line where the text is no part of a file, and each line once', async () => {
    const gate = new Gate(undefined);
    await gate.review({ name: 'terminal', text: token }, { name: 'twice.ts', text: `${token} ${token}`, firstLine: 3 });

    assert.deepEqual(
      gate.questions[0]?.suspects.map(({ reasons }) => reasons),
      [[{ kind: 'token', lines: [] }], [{ kind: 'token', lines: [3] }]],
    );
  });

  it('says of each kind of file why it asks', async () => {
    for (const [file, reason] of Object.entries(rules)) {
      const gate = new Gate(undefined);
      assert.equal(await gate.review({ name: 'name', text: 'text', files: [file] }), undefined);
      assert.deepEqual(gate.questions[0]?.suspects, [{ name: 'name', reasons: [reason] }]);
    }
  });

  it('sends nothing without an answer', async () => {
    assert.equal(await new Gate(undefined).review(plain, withToken), undefined);
    assert.equal(await new Gate(undefined).allows(plain, withToken), false);
  });

  it('leaves out whole files and the secrets of others, and nothing else', async () => {
    const gate = new Gate('leaveOut');

    assert.deepEqual(await gate.review(plain, excluded, withToken), [
      plain.text,
      undefined,
      "one\ntwo\nconst b = '[secret left out]';\n",
    ]);
    assert.equal(gate.questions[0]?.canLeaveOut, true);
  });

  it('sends everything only after that answer', async () => {
    const gate = new Gate('send');
    assert.deepEqual(await gate.review(plain, excluded, withToken), [plain.text, excluded.text, withToken.text]);
    assert.equal(await gate.allows(withToken), true);
  });

  it('lets out by itself what no rule names, without secrets, and asks nothing', async () => {
    const gate = new Gate('send');
    assert.deepEqual(await gate.harmless(plain, excluded, withToken), [
      plain.text,
      undefined,
      "one\ntwo\nconst b = '[secret left out]';\n",
    ]);
    assert.deepEqual(gate.questions, []);
  });

  it('offers to leave out only what leaves something', async () => {
    const alone = new Gate(undefined);
    await alone.review(excluded, { name: 'box', text: ' ' });
    assert.equal(alone.questions[0]?.canLeaveOut, false);

    const whole = new Gate('leaveOut');
    assert.equal(await whole.allows(withToken), false);
    assert.equal(whole.questions[0]?.canLeaveOut, false);
  });

  it('does not offer to leave out what leaves too much', async () => {
    for (const [length, canLeaveOut] of [
      [largeRequest - 1, true],
      [largeRequest, false],
    ] as const) {
      const gate = new Gate(undefined);
      await gate.review(excluded, { name: 'rest', text: 'x'.repeat(length) });
      assert.equal(gate.questions[0]?.canLeaveOut, canLeaveOut, String(length));
    }
  });

  it('does not offer to leave out anything where nothing is wrong but the length', async () => {
    const gate = new Gate(undefined);
    await gate.review({ name: 'blank', text: ' '.repeat(largeRequest) }, { name: 'rest', text: 'x' });
    assert.deepEqual(gate.questions, [{ suspects: [], size: largeRequest + 1, canLeaveOut: false }]);
  });

  it('leaves an empty text of an excluded file as it is', async () => {
    const gate = new Gate('leaveOut');
    assert.deepEqual(await gate.review(excluded, { ...excluded, text: '' }), [undefined, '']);
    assert.equal(gate.questions[0]?.suspects.length, 1);
  });

  it('counts the lines of a text that begins with an empty one', async () => {
    const gate = new Gate(undefined);
    await gate.review({ name: 'a.ts', text: `\n\n${token}`, firstLine: 1 });
    assert.deepEqual(gate.questions[0]?.suspects[0]?.reasons, [{ kind: 'token', lines: [3] }]);
  });

  it('goes by each file that a text was taken from', async () => {
    const gate = new Gate(undefined);
    await gate.review({ name: 'b.txt', text: 'x', files: ['file:///w/b.txt', 'file:///w/.env'] });
    assert.deepEqual(gate.questions[0]?.suspects[0]?.reasons, [{ kind: 'secretFile' }]);
  });

  it('looks at each file once, and at none whose text is empty', async () => {
    const gate = new Gate(undefined);
    await gate.review(plain, plain, { ...excluded, text: '' });
    assert.deepEqual(gate.looked, [plain.files]);
    await gate.review({ name: 'box', text: 'no file' });
    assert.equal(gate.looked.length, 1);
    assert.deepEqual(gate.questions, []);
  });

  it('asks about what is very long, all texts together', async () => {
    const half = { name: 'half', text: 'x'.repeat(largeRequest / 2) };
    const below = new Gate(undefined);
    await below.review(half, { ...half, text: half.text.slice(1) });
    assert.deepEqual(below.questions, []);

    const gate = new Gate('send');
    assert.deepEqual(await gate.review(half, half), [half.text, half.text]);
    assert.deepEqual(gate.questions, [{ suspects: [], size: largeRequest, canLeaveOut: false }]);
    assert.equal(await new Gate(undefined).allows(half, half), false);
  });

  it('looks through a selection of 4 MB, to its end', async () => {
    const line = `export const value = compute('a string of some length', { options: [1, 2, 3] });\n`;
    const text = line.repeat(Math.ceil(4_000_000 / line.length));
    const gate = new Gate(undefined);
    await gate.review({ name: 'large.ts', text: text + token, firstLine: 1 });

    const lines = text.split('\n').length;
    assert.deepEqual(gate.questions[0]?.suspects[0]?.reasons, [{ kind: 'token', lines: [lines] }]);
  });
});
