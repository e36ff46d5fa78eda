import assert from 'node:assert/strict';
import type { ChatRecord } from '../../../../../src/core/conversation/records';
import type { SavedChat } from '../../../../../src/core/conversation/savedChat';
import { ChatBuilder } from '../../../../../src/core/storage/log/chatBuilder';
import { deltaRecord, endRecord, textEvent, turnRecord } from '../logUnderTest';

/** The chat of these records, one a millisecond from 100 on. */
function chatOf(...records: readonly ChatRecord[]): SavedChat {
  const builder = new ChatBuilder('x');
  records.forEach((record, index) => {
    builder.add(record, 100 + index);
  });
  return builder.build('whole');
}

const accepted = (turnId: string, interactionId: string, background = false): ChatRecord => ({
  kind: 'accepted',
  turnId,
  interactionId,
  background,
});
const usage = { input: 1, output: 2, thought: 3, toolUse: 4, cached: 5, total: 6, grounding: {} };

describe('a chat made of its records', () => {
  it('is empty without any', () => {
    assert.deepEqual(chatOf(), {
      id: 'x',
      title: undefined,
      titledBy: undefined,
      createdAt: 0,
      workspace: undefined,
      isPrivate: false,
      model: undefined,
      choices: undefined,
      instruction: '',
      schema: undefined,
      turns: [],
      leafId: undefined,
      unfinished: [],
      interactionIds: [],
      forgotten: new Set(),
      condition: 'whole',
    });
  });

  it('was begun as its first line says, and is called and set as the last ones say', () => {
    const workspace = { name: 'kiosk', uri: 'file:///kiosk' };
    const schema = { name: 'S', sent: {}, whole: {} };
    const chat = chatOf(
      { kind: 'chat', createdAt: 7, workspace },
      { kind: 'chat', createdAt: 8, workspace: undefined },
      { kind: 'title', title: 'First', by: 'user' },
      { kind: 'title', title: 'Last', by: 'model' },
      { kind: 'private', isPrivate: true },
      { kind: 'model', model: 'm' },
      { kind: 'choices', tools: ['googleSearch'], thinking: 'low', servers: ['s'] },
      { kind: 'instruction', text: 'Short' },
      { kind: 'schema', schema },
      { kind: 'forgotten', interactionIds: ['a', 'b'] },
      { kind: 'forgotten', interactionIds: ['c'] },
      { kind: 'lease', window: 'w' },
    );
    const { createdAt, title, titledBy, isPrivate, model, choices, instruction, forgotten } = chat;
    assert.deepEqual([createdAt, chat.workspace, title, titledBy], [7, workspace, 'Last', 'model']);
    assert.deepEqual(
      [isPrivate, model, instruction, chat.schema, [...forgotten]],
      [...[true, 'm', 'Short', schema], ['a', 'b', 'c']],
    );
    assert.deepEqual(choices, { tools: ['googleSearch'], thinking: 'low', servers: ['s'] });
    assert.deepEqual(chat.turns, []);
  });

  it('was begun with its first turn where no line says when', () => {
    assert.equal(chatOf({ kind: 'title', title: 'T', by: 'user' }, turnRecord('a'), turnRecord('b')).createdAt, 101);
  });

  it('shows the branch of the last question or choice, and the last one where that is not there', () => {
    const tree = [turnRecord('a'), turnRecord('b', 'a'), turnRecord('c', 'a')];
    assert.equal(chatOf(...tree).leafId, 'c');
    assert.equal(chatOf(...tree, { kind: 'leaf', turnId: 'b' }).leafId, 'b');
    assert.equal(chatOf(...tree, { kind: 'leaf', turnId: 'b' }, turnRecord('d', 'b')).leafId, 'd');
    assert.equal(chatOf(...tree, { kind: 'leaf', turnId: 'lost' }).leafId, 'c');
  });

  it('has an answer with all that its end says', () => {
    const chat = chatOf(turnRecord('a'), accepted('a', 'v1_x'), endRecord('a', 'First'), endRecord('a', 'Second'));
    const { parts, status, interactionId, prompt } = chat.turns[0] ?? assert.fail();
    assert.deepEqual([parts, status, interactionId], [[{ kind: 'text', text: 'Second' }], 'done', 'v1_a']);
    assert.equal(prompt, 'Question a');
    assert.deepEqual([chat.unfinished, chat.interactionIds], [[], ['v1_x', 'v1_a']]);
  });

  it('has as much of an answer as had arrived, and what was used before', () => {
    const builder = new ChatBuilder('x');
    builder.add(turnRecord('a'), 1);
    builder.add({ kind: 'accepted', turnId: 'a', interactionId: 'v1_x', background: true, usage }, 2);
    builder.add(deltaRecord('a', textEvent('Half'), textEvent(' of it')), 3);
    assert.equal(builder.hasEnd('a'), false);
    const { turns, unfinished } = builder.build('damaged');
    const { parts, steps, ...turn } = turns[0] ?? assert.fail();
    assert.deepEqual(turn, {
      id: 'a',
      parentId: undefined,
      createdAt: 5,
      prompt: 'Question a',
      attachments: [],
      model: 'gemini-3.8-flash',
      removedCharacters: undefined,
      status: 'interrupted',
      interactionId: 'v1_x',
      usage,
      failure: undefined,
      endedAs: undefined,
    });
    assert.deepEqual([parts, steps.length], [[{ kind: 'text', text: 'Half of it' }], 1]);
    const events = [{ id: 'v1_x', usage }, textEvent('Half'), textEvent(' of it')];
    assert.deepEqual(unfinished, [{ turnId: 'a', interactionId: 'v1_x', background: true, events }]);

    builder.add(endRecord('a', 'All'), 4);
    assert.deepEqual([builder.hasEnd('a'), builder.hasEnd('b')], [true, false]);
    assert.deepEqual(builder.build('newer').unfinished, []);
    assert.equal(builder.build('newer').condition, 'newer');
  });

  it('begins an answer again under the same id, and goes on with it under another', () => {
    const events = (...ids: readonly string[]) =>
      chatOf(turnRecord('a'), ...ids.flatMap((id) => [accepted('a', id), deltaRecord('a', textEvent(id))]))
        .unfinished[0];
    assert.deepEqual(events('1', '1')?.events, [{ id: '1' }, textEvent('1')]);
    assert.deepEqual(events('1', '2')?.events, [{ id: '1' }, textEvent('1'), { id: '2' }, textEvent('2')]);
    assert.deepEqual([events('1', '2')?.interactionId, events('1', '2')?.background], ['2', false]);
  });

  it('has no turn of which nothing is known but that it is shown', () => {
    const chat = chatOf(turnRecord('a'), { kind: 'leaf', turnId: 'lost' }, deltaRecord('empty'));
    assert.deepEqual(
      [chat.turns.map(({ id }) => id), chat.unfinished.map(({ turnId }) => turnId), chat.leafId],
      [['a'], ['a'], 'a'],
    );
  });

  it('keeps an answer whose question is lost where it stood', () => {
    const [, lost] = chatOf(turnRecord('a'), endRecord('lost', 'Yes'), turnRecord('b', 'lost')).turns;
    assert.deepEqual(
      [lost?.id, lost?.parentId, lost?.createdAt, lost?.prompt, lost?.model, lost?.attachments],
      ['lost', 'a', 101, '', '', []],
    );
    assert.deepEqual(lost?.parts, [{ kind: 'text', text: 'Yes' }]);
  });

  it('keeps what had arrived of an answer whose question is lost', () => {
    const chat = chatOf(deltaRecord('lost', textEvent('Half')));
    assert.deepEqual(chat.turns[0]?.parts, [{ kind: 'text', text: 'Half' }]);
    assert.deepEqual(chat.unfinished, [
      { turnId: 'lost', interactionId: undefined, background: false, events: [textEvent('Half')] },
    ]);
  });

  it('has a question with all that went along', () => {
    const question = turnRecord('a');
    assert.ok(question.kind === 'turn');
    const more = {
      agent: 'deep-research',
      replaces: 'old',
      removedCharacters: 2,
      rulesFiles: ['A.md'],
      schema: 'S',
      image: { ratio: '1:1' },
    } as const;
    const begun: ChatRecord = { ...question, turn: { ...question.turn, ...more } };
    const [turn] = chatOf(begun, endRecord('a', '{"b":1}')).turns;
    const { agent, replaces, removedCharacters, rulesFiles, schema, image } = turn ?? assert.fail();
    assert.deepEqual({ agent, replaces, removedCharacters, rulesFiles, schema, image }, more);
    // It fits a schema, so it is shown as JSON, also while it grows.
    const [growing] = chatOf(begun, deltaRecord('a', textEvent('{"b":'))).turns;
    for (const part of [turn?.parts[0], growing?.parts[0]])
      assert.ok(part?.kind === 'text' && part.text.startsWith('```json'));
  });

  it('knows each interaction once that it has started, with or without a name', () => {
    const builder = new ChatBuilder('x');
    for (const id of ['v1_n', 'v1_n', '', 7]) builder.note({ interactionId: id });
    builder.note({});
    const end = endRecord('a', 'Yes');
    assert.ok(end.kind === 'end');
    builder.add({ ...end, end: { ...end.end, interactionId: '' } }, 1);
    builder.add(accepted('a', 'v1_b'), 2);
    builder.add(accepted('a', 'v1_n'), 3);
    assert.deepEqual(builder.build('whole').interactionIds, ['v1_n', 'v1_b']);
  });
});
