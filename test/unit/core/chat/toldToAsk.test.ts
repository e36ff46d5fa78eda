import assert from 'node:assert/strict';
import { instructionsOf } from '../../../../src/core/chat/instructions';
import { toldToAsk } from '../../../../src/core/chat/toldToAsk';

const limits = { maxTotalTokens: 9, network: ['*'] };
const schema = { name: 'Rows', sent: { type: 'array' }, whole: { type: 'array' } };
const told = instructionsOf('Be brief', [{ path: 'AGENTS.md', text: 'Use tabs.' }]);

function tell(may: boolean, isOurs: boolean, instruction = '') {
  const claims: boolean[] = [];
  const ledger = {
    claim: () => {
      claims.push(isOurs);
      return Promise.resolve(isOurs);
    },
    extras: { instruction, schema },
  };
  const parts = {
    mayAsk: () => Promise.resolve(may),
    instructions: () => Promise.resolve(told),
    agentLimits: () => limits,
  };
  return toldToAsk(parts, ledger).then((result) => ({ result, claims: claims.length }));
}

describe('what a question is told along', () => {
  it('is what the project and the chat say, with the limits of agents', async () => {
    const { result } = await tell(true, true, 'Answer in German');
    assert.deepEqual(result, {
      files: ['AGENTS.md'],
      instruction: `${told.text}\n\nInstructions for this chat:\nAnswer in German`,
      agentLimits: limits,
      schema,
    });
  });

  it('is nothing where another window has the chat', async () => {
    assert.deepEqual(await tell(true, false), { result: undefined, claims: 1 });
  });

  it('is nothing where nothing may be asked, and the chat is then not claimed', async () => {
    assert.deepEqual(await tell(false, true), { result: undefined, claims: 0 });
  });
});
