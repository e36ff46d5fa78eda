import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { recoverChat, recoveredLog, shortTitle } from '../../../../src/core/chat/recoverChat';
import { recoverChats } from '../../../../src/core/chat/recoverChats';
import type { RememberedInteraction } from '../../../../src/core/interactions/events';
import { readStep } from '../../../../src/core/interactions/steps';
import { readChat } from '../../../../src/core/storage/log/readChat';
import { never } from '../../gemini/serverUnderTest';
import { turnOf } from './ledgerUnderTest';
import { interaction, output, ScriptedService } from './scriptedService';

const said = (...texts: readonly string[]) => ({
  type: 'user_input',
  content: texts.map((text) => ({ type: 'text', text })),
});

/** An interaction as Google remembers it. */
function kept(id: string, answer: string, more: Partial<RememberedInteraction> = {}): RememberedInteraction {
  const steps = [readStep(output(answer))];
  return { ...interaction(id, 'completed', { steps }), input: [said('Why?')], model: 'gemini-3.8-flash', ...more };
}

/** A service that remembers these, and fails for those that are none. */
class Memory extends ScriptedService {
  constructor(private readonly all: Readonly<Record<string, RememberedInteraction | Error>>) {
    super();
  }

  override readonly getWithInput = (id: string): Promise<RememberedInteraction> => {
    const found = this.all[id] ?? new Failure('notFound');
    return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
  };
}

function recover(all: Readonly<Record<string, RememberedInteraction | Error>>, id: string) {
  const ids: string[] = [];
  const newId = () => `t${ids.push('')}`;
  return recoverChat({ interactions: new Memory(all), newId, now: () => 7 }, id, never());
}

describe('the turns that Google remembers', () => {
  it('have what was asked and answered, the last with its agent and what it took', async () => {
    const usage = { input: 1, output: 1, thought: 0, toolUse: 0, cached: 0, total: 2, grounding: {} };
    const first = kept('a', 'So', { createdAt: 5 });
    const second = kept('b', 'Done', {
      previousInteractionId: 'a',
      model: '',
      agent: 'reviewer',
      usage,
      input: [said('Run', 'it')],
    });
    const found = await recover({ a: first, b: second }, 'b');
    assert.equal(found?.isWhole, true);
    assert.deepEqual(found.turns[0], {
      ...turnOf('t1', { createdAt: 5, status: 'done', interactionId: 'a', steps: [output('So')] }),
      agent: undefined,
      parts: [{ kind: 'text', text: 'So' }],
    });
    const { parentId, createdAt, prompt, agent, model, usage: took, interactionId } = found.turns[1] ?? turnOf('');
    assert.deepEqual([parentId, createdAt, prompt, agent, model], ['t1', 7, 'Run\n\nit', 'reviewer', '']);
    assert.deepEqual([took, interactionId], [usage, 'b']);
  });

  it('are also those that a request brought along, each with its own answer', async () => {
    const picture = { type: 'image', mime_type: 'image/png', data: 'QUJD' };
    const asked = { ...said('And?'), content: [picture, { type: 'text', text: 'And?' }] };
    const input = [output('lost'), said('One'), output('So'), output('it is'), asked];
    const found = await recover({ a: kept('a', 'Yes', { input, agent: 'reviewer' }) }, 'a');
    assert.deepEqual(
      found?.turns.map(({ prompt, status, steps, interactionId, agent }) => [
        prompt,
        status,
        steps,
        interactionId,
        agent,
      ]),
      [
        ['One', 'done', [output('So'), output('it is')], undefined, undefined],
        ['And?', 'done', [output('Yes')], 'a', 'reviewer'],
      ],
    );
    assert.deepEqual(
      found?.turns[0]?.parts.map(({ kind }) => kind),
      ['text', 'text'],
    );
  });

  it('begin where Google has no more, and are none where it has not even the last', async () => {
    const cut = await recover({ b: kept('b', 'So', { previousInteractionId: 'a' }) }, 'b');
    assert.deepEqual([cut?.isWhole, cut?.turns.length], [false, 1]);
    assert.equal(await recover({}, 'b'), undefined);
    await assert.rejects(recover({ b: new Failure('offline') }, 'b'), { reason: 'offline' });
    await assert.rejects(recover({ b: new TypeError('fault') }, 'b'), TypeError);
  });

  it('say how they ended', async () => {
    const found = await recover({ a: kept('', 'Half', { status: 'incomplete', rawStatus: 'incomplete' }) }, 'a');
    assert.deepEqual(
      [found?.turns[0]?.status, found?.turns[0]?.endedAs, found?.turns[0]?.interactionId],
      ['done', 'incomplete', undefined],
    );
  });
});

describe('the file of a recovered chat', () => {
  const read = (bytes: Uint8Array) => readChat('c', bytes, () => Promise.resolve(undefined)).then(({ chat }) => chat);
  const turns = [
    turnOf('a', { createdAt: 5, status: 'done', interactionId: 'v1_a' }),
    turnOf('b', { parentId: 'a', createdAt: 9, status: 'done' }),
  ];

  it('has the days of its turns, and its short title where that is another', async () => {
    const chat = await read(recoveredLog({ turns, isWhole: true }, 'Pumps', 'w'));
    assert.deepEqual([chat.createdAt, chat.title, chat.titledBy, chat.condition], [5, 'Pumps', 'user', 'whole']);
    assert.deepEqual(
      chat.turns.map(({ id, parentId, createdAt }) => [id, parentId, createdAt]),
      [
        ['a', undefined, 5],
        ['b', 'a', 9],
      ],
    );
    assert.deepEqual(chat.interactionIds, ['v1_a']);
    assert.equal((await read(recoveredLog({ turns, isWhole: true }, 'Why?', 'w'))).title, undefined);
    assert.equal((await read(recoveredLog({ turns: [], isWhole: false }, '', 'w'))).createdAt, 0);
  });

  it('has a title of 40 characters at most', () => {
    assert.equal(shortTitle('a'.repeat(40)), 'a'.repeat(40));
    assert.equal(shortTitle('a'.repeat(41)), `${'a'.repeat(39)}…`);
  });
});

describe('lost chats that are recovered together', () => {
  const lost = (interactionId: string) => ({ chatId: interactionId, title: '', interactionId });
  async function run(
    all: Readonly<Record<string, RememberedInteraction | Error>>,
    ids: readonly string[],
    stop?: AbortSignal,
  ) {
    const [saved, counts]: [string[], number[]] = [[], []];
    const keep = ({ chatId }: { readonly chatId: string }) => Promise.resolve(void saved.push(chatId));
    const parts = { interactions: new Memory(all), newId: () => 'n', now: () => 7, keep };
    const result = await recoverChats(parts, ids.map(lost), stop ?? never(), (count) => counts.push(count));
    return { ...result, saved, counts };
  }

  it('are counted by what became of them', async () => {
    const cut = { previousInteractionId: 'x' };
    const [busy, again] = [new Failure('serviceBusy'), new Failure('serviceBusy')];
    const all = { a: kept('a', 'So'), b: kept('b', 'So', cut), d: busy, e: again, f: kept('f', 'So', cut) };
    assert.deepEqual(await run(all, ['a', 'b', 'c', 'd', 'e', 'f']), {
      recovered: [lost('a'), lost('b'), lost('f')],
      cut: 2,
      gone: [lost('c')],
      failed: new Map([['serviceBusy', 2]]),
      saved: ['a', 'b', 'f'],
      counts: [1, 2, 3, 4, 5, 6],
    });
  });

  it('are left where the rest would fail as well', async () => {
    const { recovered, failed, counts } = await run({ a: kept('a', 'So'), b: new Failure('offline') }, ['a', 'b', 'c']);
    assert.deepEqual([recovered.length, failed, counts], [1, new Map([['offline', 2]]), [1]]);
  });

  it('are not tried after a cancel, and a fault of ours is told', async () => {
    assert.deepEqual((await run({ a: kept('a', 'So') }, ['a'], AbortSignal.abort())).recovered, []);
    await assert.rejects(run({ a: new TypeError('fault') }, ['a']), TypeError);
  });
});
