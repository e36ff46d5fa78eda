import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChatRecord } from '../../../../src/core/conversation/records';
import { budget, runSeed } from '../../../budget';
import { deltaRecord, endRecord, LogUnderTest, textEvent, turnRecord } from './logUnderTest';
import type { FileFault } from './memoryFiles';

const codes = ['ENOSPC', 'EACCES', 'EROFS', 'EBUSY', 'EPERM', 'EMFILE', 'EIO'] as const;
const fault: fc.Arbitrary<FileFault | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom(...codes).map((code) => ({ code })) },
  { weight: 1, arbitrary: fc.nat(600).map((written) => ({ code: 'ENOSPC', written })) },
);
const step = fc.constantFrom('delta', 'delta', 'delta', 'end', 'title', 'wait', 'claim');

describe('a disk that fails now and then', () => {
  it('has every record once and in order when it is well again, and no damage', async function () {
    this.timeout(60_000);
    const seed = runSeed;
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 60 }), fc.array(step, { maxLength: 30 }), async (faults, steps) => {
        const under = new LogUnderTest();
        const log = under.open('a', { files: under.files });
        under.files.faults = (operation, _, before) => {
          const planned = faults[before];
          // Only of an append something may stay behind.
          return planned && operation !== 'append' ? { code: planned.code } : planned;
        };
        const answers = await drive(under, log.append.bind(log), log.claim.bind(log), steps);
        under.files.faults = undefined;
        await under.pass(250);
        await under.pass(10_000);

        assert.equal(log.state, 'saving', `seed ${seed}`);
        const { chat, faults: found, tornTail } = await under.read();
        assert.deepEqual([chat.condition, found, tornTail], ['whole', [], false], `seed ${seed}`);
        assert.deepEqual(
          chat.turns.map(({ id, parts }) => [id, parts[0]?.kind === 'text' ? parts[0].text : '']),
          answers.map((text, index) => [`t${index}`, text]),
          `seed ${seed}`,
        );
        log.dispose();
      }),
      { numRuns: budget(150) },
    );
  });
});

/** Asks one question after another, and gives back what was answered. */
async function drive(
  under: LogUnderTest,
  append: (record: ChatRecord, durable: boolean) => Promise<void>,
  claim: () => Promise<boolean>,
  steps: readonly string[],
): Promise<readonly string[]> {
  const answers = [''];
  await append(turnRecord('t0'), true);
  for (const [index, step] of steps.entries()) {
    const turn = answers.length - 1;
    if (step === 'delta') {
      answers[turn] += `${index} `;
      void append(deltaRecord(`t${turn}`, textEvent(`${index} `)), false);
      await under.settle();
    } else if (step === 'end') {
      await append(endRecord(`t${turn}`, answers[turn] ?? ''), true);
      await append(turnRecord(`t${turn + 1}`, `t${turn}`), true);
      answers.push('');
    } else if (step === 'title') await append({ kind: 'title', title: `${index}`, by: 'user' }, false);
    else if (step === 'claim') await claim();
    else await under.pass(1_000);
  }
  return answers;
}
