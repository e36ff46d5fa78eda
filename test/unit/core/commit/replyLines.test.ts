import assert from 'node:assert/strict';
import { replyLines } from '../../../../src/core/commit/replyLines';

type Case = readonly (readonly [reply: string, lines: readonly string[]])[];

const whole: Case = [
  ['', []],
  ['\n \n', []],
  ['\nfix: a\n\nb', ['fix: a', '', 'b']],
  ['```\nfix: a\n```\nmore', ['fix: a']],
  ['~~~\n\n\nfix: a\n~~~~', ['fix: a']],
  ['````\n```\nfix: a\n````', ['```', 'fix: a']],
  ['```\nfix: a\n~~~\n```', ['fix: a', '~~~']],
  ['```\nfix: a\n``', ['fix: a', '``']],
  ['   ```\nfix: a', ['fix: a']],
  ['    ```\nfix: a', ['    ```', 'fix: a']],
  ['Sure:\n\nfix: a', ['fix: a']],
  ['Sure:\nHere is the message:\n```\nfix: a\n```', ['fix: a']],
  ['**Commit message:**\nfix: a', ['fix: a']],
  ['**Subject:**\n\nfix: a', ['fix: a']],
  ['Subject lines: shorter', ['Subject lines: shorter']],
  ['Here is the message', ['Here is the message']],
  ['Sure: it fits', ['Sure: it fits']],
  ['Fixes this:', ['Fixes this:']],
  ['Let me know\n\nThis message is short', ['Let me know', '']],
  ['fix: a\nLet me know', ['fix: a', 'Let me know']],
  ['fix: a\n\nLet me know', ['fix: a', '']],
  ['fix: a\n \n---\nb', ['fix: a', ' ']],
  ['fix: a\n\n--- b', ['fix: a', '', '--- b']],
  ['  Sure:\n \n```\nfix: a\n```', ['fix: a']],
  ['```\n \nfix: a\n  ```  \nmore', ['fix: a']],
  ['```\nfix: a\n ``\nb\n```', ['fix: a', ' ``', 'b']],
];

const soFar: Case = [
  ['Her', []],
  ['Here is', []],
  ['Here is the message:', []],
  ['Hex', ['Hex']],
  ['Sure:\nC', []],
  ['Sure:\nfix', ['fix']],
  ['**Commit', []],
  ['Subj', []],
  ['Subject: fix', []],
  ['Subject l', ['Subject l']],
  ['``', []],
  [' ~~~', []],
  ['```ts', []],
  ['```ts\n', []],
  ['```ts\nfix: a\n``', ['fix: a']],
  ['```ts\nfix: a\n`x', ['fix: a', '`x']],
  ['```ts\nfix: a\n```\nHere', ['fix: a']],
  ['`a` is', ['`a` is']],
  ['Sure\n', ['Sure', '']],
  [' ``', []],
  ['`ask', []],
  ['a`b', ['a`b']],
  ['Call `ask', ['Call `ask']],
  ['```ts\nfix: a\n', ['fix: a', '']],
  ['```ts\nfix: a\n\nb\n``', ['fix: a', '', 'b']],
];

describe('the lines of a reply that are the message', () => {
  for (const [reply, lines] of whole) {
    it(`are found in ${JSON.stringify(reply)}`, () => assert.deepEqual(replyLines(reply, true), lines));
  }

  for (const [reply, lines] of soFar) {
    it(`are those that are certain while it streams: ${JSON.stringify(reply)}`, () =>
      assert.deepEqual(replyLines(reply, false), lines));
  }
});
