import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import type { JsonObject } from '../../../../src/core/base/json';
import type { Interaction, InteractionEvent } from '../../../../src/core/interactions/events';
import type { AgentRequest } from '../../../../src/core/interactions/port';
import type { Usage } from '../../../../src/core/interactions/usage';
import { type EndedInteraction, MeteredInteractions } from '../../../../src/core/usage/meteredInteractions';
import { collect, never, question } from '../../gemini/serverUnderTest';
import { created, interaction, type Script, ScriptedService, whole } from '../chat/scriptedService';

const usage: Usage = { input: 9, output: 0, thought: 0, toolUse: 0, cached: 0, total: 9, grounding: {} };

/** The scripted service, also for requests by hand and for agents. */
class RawService extends ScriptedService {
  started = interaction('r1', 'in_progress');
  readonly bodies: JsonObject[] = [];

  override readonly startAgent = (): Promise<Interaction> => Promise.resolve(this.started);
  bodyOf(): JsonObject {
    return { model: 'm' };
  }
  versionOf(model: string): string {
    return `v of ${model}`;
  }
  askBody(body: JsonObject, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    this.bodies.push(body);
    return this.ask(question(''), signal);
  }
}

function begin(...scripts: readonly Script[]) {
  const service = new RawService(...scripts);
  const ended: EndedInteraction[] = [];
  const admitted: string[] = [];
  const port = new MeteredInteractions(service, {
    admit: (purpose) => Promise.resolve(void admitted.push(purpose)),
    ended: (one) => ended.push(one),
  });
  return { service, port, ended, admitted };
}
const research = (isPlan: boolean): AgentRequest => ({
  agent: 'deep-research-preview-04-2026',
  input: [],
  agentConfig: { type: 'deep-research', ...(isPlan && { collaborative_planning: true }) },
});

describe('what is metered of an interaction', () => {
  it('is who answered, what for and what it took', async () => {
    const { port, ended, admitted } = begin(whole('i1', 'So', { usage }), whole('i2', 'So', { usage, model: 'other' }));
    await collect(port.ask(question('Hello', { purpose: 'commit' }), never()));
    await collect(port.ask(question('Hello', { agent: { id: 'reviewer' }, model: '' }), never()));
    assert.deepEqual(ended, [
      { id: 'i1', model: 'gemini-3.8-flash', purpose: 'commit', usage },
      // The service names the model that an agent runs on. It is the agent that is counted.
      { id: 'i2', model: '', agent: 'reviewer', purpose: 'chat', usage },
    ]);
    assert.deepEqual(admitted, ['commit']);
  });

  it('is the model that answers, with the one that was asked, from the first word on', async () => {
    const { port, ended } = begin(
      [created('i1', { model: 'other' })],
      whole('', 'So', { model: 'gemini-3.8-flash', usage }),
    );
    await collect(port.ask(question('Hello'), never()));
    await collect(port.ask(question('Hello'), never()));
    assert.deepEqual(ended, [
      { id: 'i1', model: 'other', askedModel: 'gemini-3.8-flash', purpose: 'chat', usage: undefined },
      { id: '', model: 'gemini-3.8-flash', purpose: 'chat', usage },
    ]);
  });

  it('is nothing where nothing had begun, and no word on what it took where it was left', async () => {
    const { port, ended } = begin([{ type: 'connected' }], [created('i1'), 'silence'], [new Failure('badKey')]);
    await collect(port.ask(question('Hello'), never()));
    assert.deepEqual(ended, []);
    const stop = new AbortController();
    const events = port.ask(question('Hello'), stop.signal)[Symbol.asyncIterator]();
    await events.next();
    stop.abort();
    assert.deepEqual(ended, [{ id: 'i1', model: 'gemini-3.8-flash', purpose: 'chat', usage: undefined }]);
    await events.next();
    assert.deepEqual(await events.return?.(), { done: true, value: undefined });
    assert.equal(ended.length, 1);
    await assert.rejects(collect(port.ask(question('Hello'), never())), { reason: 'badKey' });
    assert.equal(ended.length, 1);
  });

  it('is what each was for, where several have no id and are left at once', async () => {
    const { port, ended } = begin([created(''), 'silence'], [created(''), 'silence']);
    const stop = new AbortController();
    for (const purpose of ['commit', 'title'] as const) {
      await port
        .ask(question('Hello', { purpose, store: false }), stop.signal)
        [Symbol.asyncIterator]()
        .next();
    }
    stop.abort();
    assert.deepEqual(
      ended.map(({ purpose }) => purpose),
      ['commit', 'title'],
    );
  });

  it('is counted each time where it has no id', async () => {
    const { port, ended } = begin(...[1, 2].map(() => whole('', 'So', { usage })));
    for (let n = 0; n < 2; n += 1) await collect(port.ask(question('Hello', { store: false }), never()));
    assert.equal(ended.length, 2);
  });

  it('is counted once, wherever its end is met', async () => {
    const { port, service, ended } = begin(whole('i1', 'So', { usage }));
    await collect(port.ask(question('Hello'), never()));
    service.found = interaction('i1', 'completed', { usage });
    await port.get('i1', never());
    await port.cancel('i1', never());
    assert.equal(ended.length, 1);

    const unknown = begin();
    unknown.service.found = interaction('i9', 'completed', { usage, model: 'other' });
    await unknown.port.cancel('i9', never());
    await unknown.port.get('i9', never());
    assert.deepEqual(unknown.ended, [{ id: 'i9', model: 'other', purpose: 'chat', usage }]);
  });

  it('is not counted while it runs, nor where its end says nothing of what it took', async () => {
    const { port, service, ended } = begin();
    for (const found of [interaction('i1', 'in_progress', { usage }), interaction('i1', 'completed')]) {
      service.found = found;
      assert.equal(await port.get('i1', never()), found);
    }
    assert.deepEqual(ended, []);
  });

  it('is a research by its agent, also where another window asked for it', async () => {
    const { port, service, ended, admitted } = begin();
    for (const isPlan of [true, false]) {
      service.started = interaction(isPlan ? 'p' : 'r', 'completed', { usage, model: 'gemini-3.8-flash' });
      await port.startAgent(research(isPlan), never());
    }
    const { agent } = research(false);
    service.found = interaction('x', 'completed', { usage, agent });
    await port.get('x', never());
    service.found = interaction('y', 'completed', { usage, agent: 'reviewer' });
    await port.get('y', never());
    const asked = { model: '', agent, purpose: 'research', usage };
    assert.deepEqual(ended, [
      { ...asked, id: 'p', isPlan: true },
      { ...asked, id: 'r', isPlan: false },
      { ...asked, id: 'x' },
      { model: '', agent: 'reviewer', purpose: 'chat', id: 'y', usage },
    ]);
    assert.deepEqual(admitted, ['research', 'research']);
  });

  it('is a replay where a person wrote the request, which goes out as it is', async () => {
    const { port, service, ended, admitted } = begin(whole('', 'So', { usage }), whole('', 'So', { usage }));
    const body = { model: 'm', input: [] };
    await collect(port.askBody(body, never()));
    await collect(port.askBody({}, never()));
    assert.deepEqual(
      [service.bodies, admitted],
      [
        [body, {}],
        ['replay', 'replay'],
      ],
    );
    assert.deepEqual(
      ended.map(({ model, purpose }) => [model, purpose]),
      [
        ['m', 'replay'],
        ['', 'replay'],
      ],
    );
    assert.deepEqual([port.bodyOf(question('')), port.versionOf('m')], [{ model: 'm' }, 'v of m']);
  });

  it('is asked for only once it is admitted, and the rest of an answer is', async () => {
    const { port, service, admitted } = begin();
    port.ask(question('Hello', { purpose: 'title' }), never());
    assert.deepEqual([service.asked.length, admitted], [0, []]);
    await collect(port.ask(question('', { purpose: 'title', continuationToken: 't' }), never()));
    assert.deepEqual([service.asked.length, admitted], [1, []]);
  });
});
