import assert from 'node:assert/strict';
import { ask, completedIn, eventsOf, model, once, send, withServer } from './harness';

describe('local server: what it remembers', () => {
  it(
    'a chain of stored interactions, through several turns',
    withServer(async (_, ai) => {
      const first = await ask(ai, 'Hello, my name is Ada');
      const second = await ask(ai, 'Show me a table', { previous_interaction_id: first.id });
      const third = await ask(ai, 'What is my name?', { previous_interaction_id: second.id });
      assert.equal(third.text, 'Your name is Ada.');
      const fourth = await ask(ai, 'What did I say first?', { previous_interaction_id: third.id });
      assert.equal(fourth.text, 'First you said: “Hello, my name is Ada”');
    }),
  );

  it(
    'each branch of a conversation for itself, and nothing across conversations',
    withServer(async (_, ai) => {
      const root = await ask(ai, 'hello');
      const ada = await ask(ai, 'My name is Ada', { previous_interaction_id: root.id });
      const bob = await ask(ai, 'My name is Bob', { previous_interaction_id: root.id });
      assert.equal((await ask(ai, 'What is my name?', { previous_interaction_id: ada.id })).text, 'Your name is Ada.');
      assert.equal((await ask(ai, 'What is my name?', { previous_interaction_id: bob.id })).text, 'Your name is Bob.');
      assert.match((await ask(ai, 'What is my name?')).text, /not told me/);
    }),
  );

  it(
    'what was said before and what it answered',
    withServer(async (_, ai) => {
      const first = await ask(ai, 'My name is Ada');
      const previous_interaction_id = first.id;
      assert.match((await ask(ai, 'What did you say?', { previous_interaction_id })).text, /Nice to meet you, Ada/);
      assert.match((await ask(ai, 'What did I just say?', { previous_interaction_id })).text, /“My name is Ada”/);
    }),
  );

  it(
    'nothing of an unstored answer, which has no id',
    withServer(async (server, ai) => {
      const unary = await ai.interactions.create({ model, input: 'hi', store: false }, once);
      assert.ok(!('id' in unary) || !unary.id);
      const events = await eventsOf(ai.interactions.create({ model, input: 'hi', store: false, stream: true }, once));
      assert.equal(completedIn(events).id, '');
      assert.equal(server.interactions().size, 0);
    }),
  );

  it(
    'a history that is sent along instead of stored',
    withServer(async (_, ai) => {
      const first = await ai.interactions.create({ model, input: 'My name is Ada', store: false }, once);
      const text = (words: string) => ({
        type: 'user_input' as const,
        content: [{ type: 'text' as const, text: words }],
      });
      const input = [text('My name is Ada'), ...(first.steps ?? []), text('What is my name?')];
      const second = await ai.interactions.create({ model, input, store: false }, once);
      assert.equal(second.output_text, 'Your name is Ada.');
    }),
  );

  it(
    'both ways to write the input on v1, and all of them on v1beta',
    withServer(async (server) => {
      const part = { type: 'text', text: 'My name is Ada' };
      const step = { type: 'user_input', content: [part] };
      const onBoth = [part.text, [step]];
      for (const [version, inputs] of Object.entries({ v1: onBoth, v1beta: [...onBoth, part, [part], step] })) {
        for (const input of inputs) {
          const { text } = await send(server, `/${version}/interactions`, { body: { model, input } });
          assert.match(text, /Nice to meet you, Ada/);
        }
      }
    }),
  );

  it(
    'the input only for a get that asks for it; the user’s step always',
    withServer(async (_, ai) => {
      const { id, steps } = await ai.interactions.create({ model, input: 'hello' }, once);
      assert.ok(!steps?.some((step) => step.type === 'user_input'));
      const plain = await ai.interactions.get(id, {}, once);
      assert.equal(plain.input, undefined);
      assert.deepEqual(plain.steps?.[0], { type: 'user_input', content: [{ type: 'text', text: 'hello' }] });
      const withInput = await ai.interactions.get(id, { include_input: true }, once);
      assert.equal(withInput.input, 'hello');
    }),
  );

  it(
    'not what was deleted or forgotten',
    withServer(async (server, ai) => {
      const deleted = await ask(ai, 'My name is Ada');
      await ai.interactions.delete(deleted.id, {}, once);
      await assert.rejects(ai.interactions.get(deleted.id, {}, once), { status: 404 });
      await assert.rejects(ask(ai, 'hi', { previous_interaction_id: deleted.id }), { status: 404 });
      const forgotten = await ask(ai, 'hello');
      server.forget(forgotten.id);
      await assert.rejects(ask(ai, 'hi', { previous_interaction_id: forgotten.id }), (error: { body?: string }) =>
        /previous_interaction_id .* not found/.test(error.body ?? ''),
      );
    }),
  );

  it(
    'scripted answers too, when they were complete',
    withServer(async (server, ai) => {
      server.answerNext({ text: 'Scripted words.' });
      const first = await ask(ai, 'hello');
      assert.equal(first.text, 'Scripted words.');
      const second = await ask(ai, 'What did you say?', { previous_interaction_id: first.id });
      assert.equal(second.text, 'I answered: “Scripted words.”');
    }),
  );
});
