import assert from 'node:assert/strict';
import { reviewPrompt } from '../../../../src/core/chat/prompts';
import { drawerOf, type RequestChoices, requestFor } from '../../../../src/core/chat/turnRequest';
import { findingsSchema } from '../../../../src/core/conversation/findings';
import type { Attachment, Turn } from '../../../../src/core/conversation/turn';
import { usualAnswering } from './chatUnderTest';
import { turnOf } from './ledgerUnderTest';
import { output } from './scriptedService';

const choices: RequestChoices = {
  isPrivate: false,
  background: false,
  instruction: 'Be brief',
  answering: usualAnswering,
  agentLimits: { maxTotalTokens: 0, network: ['*'] },
  forgotten: new Set(),
};
const schema = { name: 'Rows', sent: { type: 'array' }, whole: { type: 'array', maxItems: 9 } };
const said = (text: string) => ({ type: 'user_input', content: [{ type: 'text', text }] });
const ask = (turn: Partial<Turn> = {}, more: Partial<RequestChoices> = {}, path: readonly Turn[] = []) =>
  requestFor(turnOf('a', turn), path, { ...choices, ...more });
const done = turnOf('z', { status: 'done', interactionId: 'v1_z', steps: [output('So')], environmentId: 'env' });
const stopped = turnOf('y', { status: 'stopped', prompt: 'And?', steps: [output('Half')] });

describe('the request for a question', () => {
  it('has the instruction, the whole history, and what is not the usual', () => {
    assert.deepEqual(ask(), {
      request: {
        model: 'gemini-3.8-flash',
        input: [{ type: 'text', text: 'Why?' }],
        systemInstruction: 'Be brief',
        thinkingSummaries: true,
        store: true,
        history: [],
      },
      rebuilt: undefined,
    });
    assert.equal(ask({}, { background: true }).request.background, true);
    assert.equal(ask({}, { purpose: 'compare' }).request.purpose, 'compare');
  });

  it('continues what Google has, with what came since, and has the whole chat at hand', () => {
    const { request, rebuilt } = ask({}, {}, [done, stopped]);
    assert.equal(request.previousInteractionId, 'v1_z');
    assert.deepEqual(request.history, [said('And?'), output('Half')]);
    const whole = [said('Why?'), output('So'), said('And?'), output('Half')];
    assert.deepEqual([rebuilt?.history, rebuilt?.previousInteractionId], [whole, undefined]);
    assert.deepEqual({ ...rebuilt, history: request.history, previousInteractionId: 'v1_z' }, request);

    const forgotten = ask({}, { forgotten: new Set(['v1_z']) }, [done]);
    assert.deepEqual([forgotten.request.history, forgotten.rebuilt], [[said('Why?'), output('So')], undefined]);
    assert.equal('previousInteractionId' in forgotten.request, false);
  });

  it('leaves nothing at Google in a private chat, and is never in the background there', () => {
    const { request, rebuilt } = ask({}, { isPrivate: true, background: true }, [done]);
    assert.deepEqual([request.store, request.history, rebuilt], [false, [said('Why?'), output('So')], undefined]);
    assert.equal('background' in request || 'previousInteractionId' in request, false);
  });

  it('lets the model read a page that goes along, once', () => {
    const page: Attachment = { kind: 'url', id: 'u', url: 'https://e.example' };
    const tools = (answering: Partial<RequestChoices['answering']>, attachments = [page]) =>
      ask({ attachments }, { answering: { ...usualAnswering, ...answering } }).request.tools;
    assert.deepEqual(tools({}), [{ type: 'url_context' }]);
    assert.deepEqual(tools({ tools: ['urlContext'] }), [{ type: 'url_context' }]);
    assert.deepEqual(tools({ tools: ['googleSearch'] }), [{ type: 'google_search' }, { type: 'url_context' }]);
    assert.deepEqual(tools({ tools: ['googleSearch'] }, []), [{ type: 'google_search' }]);
  });

  it('has the schema that the turn is asked with, and for a review that of findings', () => {
    const format = (turn: Partial<Turn>) => ask(turn, { schema }).request.responseFormat;
    const json = { type: 'text', mime_type: 'application/json' };
    assert.deepEqual(format({ schema: 'Rows' }), { ...json, schema: schema.sent });
    assert.equal(format({}), undefined);
    assert.equal(format({ schema: 'Other' }), undefined);
    const review = ask({ prompt: reviewPrompt }).request;
    assert.deepEqual([review.purpose, review.responseFormat], ['review', { ...json, schema: findingsSchema }]);
  });

  it('asks for pictures in their form, with neither instruction nor tools', () => {
    const model = 'gemini-nano-banana-2.1';
    const format = (wanted: object) => [
      { type: 'text' },
      { type: 'image', mime_type: 'image/jpeg', delivery: 'inline', ...wanted },
    ];
    const { request } = ask(
      { model, image: { ratio: '16:9' } },
      { answering: { ...usualAnswering, tools: ['googleSearch'] } },
    );
    assert.deepEqual(request, {
      model,
      input: [{ type: 'text', text: 'Why?' }],
      responseFormat: format({ aspect_ratio: '16:9' }),
      store: true,
      history: [],
    });
    assert.deepEqual(ask({ model }).request.responseFormat, format({}));
  });
});

describe('the request for a task of an agent', () => {
  const agent = 'antigravity-preview-09-2026';

  it('is in the background and has the instruction, and none of what is for models', () => {
    const tools = { answering: { ...usualAnswering, tools: ['googleSearch'] as const } };
    assert.deepEqual(ask({ model: '', agent }, tools).request, {
      model: '',
      input: [{ type: 'text', text: 'Why?' }],
      agent: { id: agent, environment: 'remote' },
      systemInstruction: 'Be brief',
      store: true,
      background: true,
      history: [],
    });
  });

  it('goes on in the last sandbox of its chat, unless a new one is wanted', () => {
    const path = [{ ...done, environmentId: 'old' }, done, stopped];
    assert.equal(ask({ model: '', agent }, {}, path).request.agent?.environment, 'env');
    assert.equal(ask({ model: '', agent }, { newEnvironment: true }, path).request.agent?.environment, 'remote');
  });

  it('has its files in the sandbox, and the limits of the user', () => {
    const file: Attachment = {
      kind: 'file',
      id: 'f',
      uri: 'file:///a',
      path: 'a',
      languageId: '',
      text: 'x',
      sandboxPath: 'a',
    };
    const { request } = ask(
      { model: '', agent, attachments: [file] },
      { agentLimits: { maxTotalTokens: 9, network: [] } },
    );
    const sources = [{ type: 'inline', target: '/workspace/a', content: 'x' }];
    assert.deepEqual(request.agent, {
      id: agent,
      config: { type: 'antigravity', max_total_tokens: 9 },
      environment: { type: 'remote', sources, network: 'disabled' },
    });
    assert.equal(request.input.length, 2);
  });

  it('has no instruction where the agent is one of the project', () => {
    assert.equal('systemInstruction' in ask({ model: '', agent: 'reviewer' }).request, false);
  });
});

describe('who is asked again for a picture', () => {
  it('is the model that drew it, and for words the model of the chat', () => {
    assert.deepEqual(drawerOf(turnOf('a', { image: {} })), { model: 'gemini-3.8-flash' });
    assert.deepEqual([drawerOf(turnOf('a')), drawerOf(undefined)], [{}, {}]);
  });
});
