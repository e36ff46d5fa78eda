import assert from 'node:assert/strict';
import { answererOf } from '../../../../src/core/conversation/turn';
import { antigravity } from '../../../../src/core/interactions/agents';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, chatUnderTest, textOf, usualAnswering } from './chatUnderTest';

type Body = Readonly<Record<string, unknown>>;

describe('an agent that answers in a chat', () => {
  const under = serverUnderTest({ researchMs: 0 });
  const bodies = () =>
    under.server.requests.filter(({ path }) => path.endsWith('/interactions')).map(({ body }) => body as Body);

  it('is asked in the background for a new sandbox, and for nothing that only models take', async () => {
    const { chat, errors } = chatUnderTest(under.client, {
      answering: () => ({
        ...usualAnswering,
        tools: ['googleMaps'],
        thinking: 'high',
        maxOutputTokens: 9,
        serviceTier: 'flex',
      }),
    });
    chat.setModel(antigravity);
    await chat.send('List the files');

    const [{ input: _, system_instruction, ...asked } = {}] = bodies();
    assert.deepEqual(asked, { agent: antigravity, environment: 'remote', stream: true, store: true, background: true });
    assert.match(String(system_instruction), /code editor/);
    const [turn] = chat.turns();
    assert.equal(turn?.status, 'done');
    assert.equal(turn && answererOf(turn), antigravity);
    assert.match(textOf(turn), /worked in the sandbox env_0001/);
    assert.deepEqual(
      turn?.parts.map(({ kind }) => kind),
      ['toolCall', 'toolResult', 'text'],
    );
    assert.deepEqual(errors, []);
  });

  it('goes on in its sandbox after a turn of a model, also after a reload', async () => {
    const { chats, store } = chatsUnderTest(under.client);
    const { current } = chats;
    current.setModel(antigravity);
    await current.send('One');
    current.setModel('gemini-3.8-flash');
    await current.send('Two');
    const again = chatsUnderTest(under.client, store).chats;
    await again.restore();
    again.current.setModel(antigravity);
    await again.current.send('Three');

    const asked = bodies();
    const ids = again.current.turns().map(({ interactionId }) => interactionId);
    assert.deepEqual(
      asked.map(({ model, agent, environment, previous_interaction_id }) => [
        model ?? agent,
        environment,
        previous_interaction_id,
      ]),
      [
        [antigravity, 'remote', undefined],
        ['gemini-3.8-flash', undefined, ids[0]],
        [antigravity, 'env_0001', ids[1]],
      ],
    );
    assert.deepEqual(again.current.turns().map(answererOf), [antigravity, 'gemini-3.8-flash', antigravity]);
  });

  it('is told the limits of tokens and network of the day, also in a sandbox that is there', async () => {
    let network: readonly string[] = ['github.com', '*.npmjs.org'];
    const { chat } = chatUnderTest(under.client, { agentLimits: () => ({ maxTotalTokens: 5_000, network }) });
    chat.setModel(antigravity);
    await chat.send('One');
    network = [];
    await chat.send('Two');

    const [one, two] = bodies();
    const allowlist = [{ domain: 'github.com' }, { domain: '*.npmjs.org' }];
    assert.deepEqual(one?.environment, { type: 'remote', network: { allowlist } });
    assert.deepEqual(one?.agent_config, { type: 'antigravity', max_total_tokens: 5_000 });
    assert.deepEqual(two?.environment, { type: 'remote', environment_id: 'env_0001', network: 'disabled' });
  });

  it('that reaches its limit ends incomplete, and goes on in the same sandbox', async () => {
    let maxTotalTokens = 10;
    const { chat } = chatUnderTest(under.client, { agentLimits: () => ({ maxTotalTokens, network: ['*'] }) });
    chat.setModel(antigravity);
    await chat.send('Build it');
    const [paused] = chat.turns();
    assert.equal(paused?.endedAs, 'incomplete');
    assert.equal(paused.environmentId, 'env_0001');

    maxTotalTokens = 0;
    await chat.continue(paused.id);
    assert.equal(bodies()[1]?.environment, 'env_0001');
    assert.equal(bodies()[1]?.previous_interaction_id, paused.interactionId);
    assert.equal(chat.turns()[1]?.endedAs, undefined);
  });

  it('whose sandbox is gone says so, asks nothing by itself, and begins in a new one if that is wanted', async () => {
    const { chat } = chatUnderTest(under.client);
    chat.setModel(antigravity);
    await chat.send('One');
    under.server.forgetEnvironment('env_0001');
    await chat.send('Two');
    const [, failed] = chat.turns();
    assert.equal(failed?.failure?.reason, 'environmentGone');
    assert.equal(bodies().length, 2);

    await chat.retry(failed.id, { newEnvironment: true });
    assert.equal(chat.turns()[1]?.environmentId, 'env_0002');
    await chat.send('Three');
    assert.equal(bodies().at(-1)?.environment, 'env_0002');
  });

  it('does not answer in a private chat: nothing is sent', async () => {
    const { chat, failures } = chatUnderTest(under.client);
    chat.setPrivate(true);
    chat.setModel(antigravity);
    await chat.send('One');
    assert.equal(failures.at(-1)?.reason, 'agentNotPrivate');
    assert.deepEqual(bodies(), []);
  });

  it('of the project keeps its own instructions and sandbox; one that retired is replaced', async () => {
    const { chat } = chatUnderTest(under.client, {
      instructions: () => Promise.resolve({ text: 'Be brief.', files: ['AGENTS.md'] }),
    });
    chat.setModel('agents/reviewer');
    await chat.send('One');
    chat.setModel('antigravity-preview-05-2026');
    await chat.send('Two');

    const [one, two] = bodies();
    assert.deepEqual([one?.agent, one?.environment, one?.system_instruction], ['reviewer', undefined, undefined]);
    assert.deepEqual([two?.agent, two?.environment, two?.system_instruction], [antigravity, 'remote', 'Be brief.']);
    assert.equal(chat.turns()[1]?.replaces, 'antigravity-preview-05-2026');
  });
});
