import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../../src/core/base/json';
import type { ChatRecord, SavedEvent } from '../../../../../src/core/conversation/records';
import { isKnownKind, readRecord } from '../../../../../src/core/storage/log/readRecord';

const kinds: readonly ChatRecord['kind'][] = [
  ...(['chat', 'title', 'private', 'model', 'choices', 'instruction', 'schema', 'forgotten', 'lease'] as const),
  ...(['turn', 'accepted', 'delta', 'end', 'leaf'] as const),
];

describe('a record of which something is missing', () => {
  it('is of a kind that is known, or not to be touched', () => {
    for (const kind of kinds) assert.equal(isKnownKind(kind), true, kind);
    for (const kind of ['', 'torn', 'Turn', 'poem', 'kind']) assert.equal(isKnownKind(kind), false, kind);
  });

  it('says as little as there is', () => {
    const empty: readonly (readonly [ChatRecord['kind'], object])[] = [
      ['chat', { createdAt: 0, workspace: undefined }],
      ['private', { isPrivate: false }],
      ['choices', { tools: [], thinking: 'model', servers: [] }],
      ['instruction', { text: '' }],
      ['schema', { schema: undefined }],
      ['forgotten', { interactionIds: [] }],
      ['lease', { window: '' }],
      ['delta', { turnId: 't', events: [] }],
      ['leaf', { turnId: 't' }],
    ];
    for (const [kind, content] of empty) assert.deepEqual(readRecord(kind, 't', {}), { kind, ...content }, kind);
    for (const kind of ['title', 'model', 'turn', 'accepted', 'end'] as const)
      assert.equal(readRecord(kind, 't', {}), undefined, kind);
  });

  it('is nothing where it is about a turn and does not say which', () => {
    const content = { prompt: 'Hi', interactionId: 'v1_a', status: 'done' };
    for (const kind of ['turn', 'accepted', 'delta', 'end', 'leaf'] as const) {
      assert.equal(readRecord(kind, undefined, content), undefined, kind);
      assert.notEqual(readRecord(kind, 't', content), undefined, kind);
    }
  });

  it('takes for true only what is, and for the user’s what is not the model’s', () => {
    assert.deepEqual(readRecord('private', undefined, { isPrivate: 'yes' }), { kind: 'private', isPrivate: false });
    assert.deepEqual(readRecord('title', undefined, { title: '' }), { kind: 'title', title: '', by: 'user' });
    assert.deepEqual(readRecord('title', undefined, { title: 'T', by: 'robot' }), {
      kind: 'title',
      title: 'T',
      by: 'user',
    });
    assert.equal(readRecord('model', undefined, { model: '' }), undefined);
    assert.deepEqual(readRecord('model', undefined, { model: 'm' }), { kind: 'model', model: 'm' });
  });

  it('leaves out tools and levels that only a later version knows', () => {
    assert.deepEqual(
      readRecord('choices', undefined, {
        tools: ['googleSearch', 'crystalBall', 3, 'urlContext'],
        thinking: 'infinite',
        servers: ['tickets', null],
      }),
      { kind: 'choices', tools: ['googleSearch', 'urlContext'], thinking: 'model', servers: ['tickets'] },
    );
  });

  it('has a schema only where all of it is there', () => {
    const schema = { name: '', sent: { type: 'object' }, whole: {} };
    assert.deepEqual(readRecord('schema', undefined, { schema }), { kind: 'schema', schema });
    for (const field of ['name', 'sent', 'whole'])
      assert.deepEqual(
        readRecord('schema', undefined, { schema: { ...schema, [field]: 1 } }),
        { kind: 'schema', schema: undefined },
        field,
      );
  });

  it('is a question with its words alone', () => {
    const bare = {
      id: 't',
      parentId: undefined,
      createdAt: 0,
      prompt: '',
      attachments: [],
      model: '',
      removedCharacters: undefined,
    };
    assert.deepEqual(readRecord('turn', 't', { prompt: '' }), { kind: 'turn', turnId: 't', turn: bare });
    const odd = { prompt: '', agent: 1, replaces: 2, rulesFiles: [3], schema: 4, image: 5, removedCharacters: '6' };
    assert.deepEqual(readRecord('turn', 't', odd), { kind: 'turn', turnId: 't', turn: bare });
    const more = { agent: '', replaces: '', rulesFiles: ['A.md'], schema: '', image: { ratio: '1:1' } };
    assert.deepEqual(readRecord('turn', 't', { prompt: '', ...more }), {
      kind: 'turn',
      turnId: 't',
      turn: { ...bare, ...more },
    });
  });

  it('is an end with its status alone', () => {
    const bare = {
      interactionId: undefined,
      steps: [],
      usage: undefined,
      failure: undefined,
      endedAs: undefined,
    };
    for (const status of ['done', 'stopped', 'failed', 'interrupted'])
      assert.deepEqual(readRecord('end', 't', { status, isCostly: 1, isRebuilt: 'yes' }), {
        kind: 'end',
        turnId: 't',
        end: { status, ...bare },
      });
    const more = { answeredBy: '', environmentId: '', isCostly: true, isRebuilt: true, times: { thoughts: [1] } };
    assert.deepEqual(readRecord('end', 't', { status: 'done', ...more }), {
      kind: 'end',
      turnId: 't',
      end: { status: 'done', ...bare, ...more },
    });
  });

  it('keeps what was used before an answer was accepted, where it is known', () => {
    const usage = { input: 1, output: 2, thought: 3, toolUse: 4, cached: 5, total: 6, grounding: {} };
    const accepted = { kind: 'accepted', turnId: 't', interactionId: 'v1_a' };
    assert.deepEqual(readRecord('accepted', 't', { interactionId: 'v1_a', background: 1 }), {
      ...accepted,
      background: false,
    });
    assert.deepEqual(readRecord('accepted', 't', { interactionId: 'v1_a', background: true, usage }), {
      ...accepted,
      background: true,
      usage,
    });
  });

  it('has the events that can be told apart, and no others', () => {
    const step = { type: 'model_output' };
    const events: readonly (readonly [JsonObject, SavedEvent | undefined])[] = [
      [{ id: 'v1_a', i: 0 }, { id: 'v1_a' }],
      [
        { i: 0, start: step, delta: step },
        { i: 0, start: step },
      ],
      [
        { i: 1, start: step, e: '' },
        { i: 1, start: step, e: '' },
      ],
      [
        { i: 2, delta: step, stop: true },
        { i: 2, delta: step },
      ],
      [
        { i: 3, delta: step, e: 'e3' },
        { i: 3, delta: step, e: 'e3' },
      ],
      [
        { i: 4, stop: true, e: 'e4' },
        { i: 4, stop: true, e: 'e4' },
      ],
      [{ i: 5, stop: 1 }, undefined],
      [{ i: '6', stop: true }, undefined],
      [{ start: step }, undefined],
    ];
    assert.deepEqual(readRecord('delta', 't', { events: events.map(([written]) => written) }), {
      kind: 'delta',
      turnId: 't',
      events: events.flatMap(([, read]) => read ?? []),
    });
  });
});
