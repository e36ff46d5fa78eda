import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../../../src/core/base/clock';
import { ChatSession } from '../../../../src/core/chat/chatSession';
import { ManualClock } from '../../fakes/manualClock';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { partsUnderTest } from './chatUnderTest';
import { created, type Script, ScriptedService, until, wrote } from './scriptedService';

const running: Script = [created('v1_r'), wrote('So'), 'silence'];

/**
 * The same chat in two windows: the first has asked a question, the second has read it. Without a clock waits take no
 * time.
 */
async function twoWindows(script?: Script, clock?: Clock) {
  const store = new MemoryChatRecords();
  const errors: unknown[] = [];
  const service = new ScriptedService(...(script ? [script] : []));
  const parts = partsUnderTest(service, store, errors, clock && { clock });
  const first = new ChatSession(parts, 'c');
  const asked = first.send('one');
  if (script) await until(() => first.turns()[0]?.status === 'streaming');
  else await asked;
  const second = new ChatSession(parts, 'c', await store.load('c'));
  const told: string[] = [];
  second.onDidPublish(({ type }) => told.push(type));
  const [, journal] = store.journals;
  assert.ok(journal);
  return { store, errors, service, parts, first, second, asked, told, journal };
}

describe('a chat that another window writes', () => {
  it('shows what that window wrote', async () => {
    const { first, second, told, journal } = await twoWindows();
    journal.set('heldElsewhere');
    assert.equal(second.saving, 'heldElsewhere');
    await first.send('two');
    await first.rename('Pumps');
    journal.changeElsewhere();
    await until(() => second.turns().length === 2);
    assert.deepEqual([second.title, told.includes('opened')], ['Pumps', true]);
  });

  it('takes no question until the user takes it over, and then has all that was written', async () => {
    const { first, second, journal } = await twoWindows();
    journal.set('heldElsewhere');
    assert.equal(await second.send('mine'), false);
    await first.send('two');
    await second.takeOver();
    assert.deepEqual([second.saving, second.turns().length], ['saving', 2]);
    assert.equal(await second.send('mine'), true);
  });

  it('is not taken over where that is refused', async () => {
    const { first, second, journal, told } = await twoWindows();
    await first.send('two');
    journal.set('newer');
    told.length = 0;
    await second.takeOver();
    assert.deepEqual([second.turns().length, told], [1, []]);
  });

  it('keeps what it has in memory where it is the one that writes', async () => {
    const { store, first, second, journal } = await twoWindows();
    await second.send('mine');
    await first.rename('Pumps');
    journal.changeElsewhere();
    await until(() => second.title === 'Pumps');
    assert.equal(second.turns().length, 2);
    assert.equal((await store.load('c'))?.turns.length, 2);
  });

  it('keeps a question that only its memory has, where it is the one that writes', async () => {
    const { first, second, journal } = await twoWindows();
    journal.set('failing');
    assert.equal(await second.send('mine'), true);
    await first.rename('Pumps');
    journal.changeElsewhere();
    await until(() => second.title === 'Pumps');
    assert.deepEqual(
      second.turns().map(({ prompt }) => prompt),
      ['one', 'mine'],
    );
  });

  it('goes on with its answer where the other window changes something else', async () => {
    const { store, first, second, asked } = await twoWindows(running);
    const [journal] = store.journals;
    await second.rename('Pumps');
    journal?.changeElsewhere();
    await until(() => first.title === 'Pumps');
    assert.deepEqual([first.isStreaming, first.turns()[0]?.status], [true, 'streaming']);
    first.stop();
    await asked;
    assert.equal((await store.load('c'))?.turns[0]?.status, 'stopped');
  });

  it('can be taken over before it has a file', async () => {
    const store = new MemoryChatRecords();
    const chat = new ChatSession(partsUnderTest(new ScriptedService(), store, []), 'c');
    store.journals[0]?.set('heldElsewhere');
    await chat.takeOver();
    assert.deepEqual([chat.saving, chat.isEmpty], ['saving', true]);
  });

  it('is told of where its file cannot be read', async () => {
    const { store, errors, journal } = await twoWindows();
    store.load = () => Promise.reject(new Error('disk'));
    journal.changeElsewhere();
    await until(() => errors.length > 0);
  });

  it('reads nothing any more once it is closed', async () => {
    const { first, second, journal } = await twoWindows();
    await first.send('two');
    journal.changeElsewhere();
    second.dispose();
    for (let pass = 0; pass < 10; pass += 1) await setImmediate();
    assert.equal(second.turns().length, 1);
  });
});

describe('an answer that another window writes', () => {
  it('counts as one that is awaited, and no question is asked meanwhile', async () => {
    const { second, journal, service, told } = await twoWindows(running, new ManualClock());
    journal.isWrittenElsewhere = true;
    void second.resume();
    await until(() => second.saving === 'heldElsewhere');
    assert.deepEqual([second.awaitsAnswer, second.isBusy, second.turns()[0]?.status], [true, false, 'streaming']);
    assert.equal(await second.send('mine'), false);
    assert.equal(service.asked.length, 1);
    assert.deepEqual(told, ['chatChanged']);
    journal.set('newer');
    assert.equal(second.saving, 'newer');
    second.dispose();
  });

  it('is read once more, and not looked for, where that window has ended it and then went away', async () => {
    const clock = new ManualClock();
    const { store, first, second, asked, journal } = await twoWindows(running, clock);
    journal.isWrittenElsewhere = true;
    journal.changeElsewhere();
    await until(() => second.saving === 'heldElsewhere');
    first.stop();
    await asked;
    const before = store.lines.length;
    journal.isWrittenElsewhere = false;
    for (let pass = 0; pass < 11; pass += 1) {
      clock.advance(500);
      await setImmediate();
    }
    assert.deepEqual([second.turns()[0]?.status, second.awaitsAnswer, second.saving], ['stopped', false, 'saving']);
    assert.equal(store.lines.length, before);
    second.dispose();
  });

  it('does not end the answer that runs here', async () => {
    const { service, second } = await twoWindows(running, new ManualClock());
    service.answerWith(running);
    const mine = second.send('mine');
    await until(() => second.turns()[1]?.status === 'streaming');
    await second.resume();
    second.stop();
    await mine;
    assert.deepEqual(
      second.turns().map(({ status }) => status),
      ['streaming', 'stopped'],
    );
  });

  it('is dropped here where that window took the chat over', async () => {
    const { store, first, asked } = await twoWindows(running, new ManualClock());
    const [journal] = store.journals;
    assert.ok(journal);
    journal.isWrittenElsewhere = true;
    journal.set('heldElsewhere');
    assert.equal(first.isStreaming, false);
    await asked;
    assert.ok(!store.kinds().includes('end'));
    first.dispose();
  });

  it('is interrupted for good where the service has no more of it', async () => {
    const { second } = await twoWindows(running);
    await second.resume();
    assert.deepEqual([second.turns()[0]?.status, second.awaitsAnswer, second.saving], ['interrupted', false, 'saving']);
  });

  it('is left as it is where the chat cannot be written', async () => {
    const { store, second, journal, told } = await twoWindows(running);
    journal.set('newer');
    await second.resume();
    await second.resume();
    assert.equal(second.turns()[0]?.status, 'interrupted');
    assert.deepEqual(told, ['chatChanged', 'turnChanged']);
    assert.ok(!store.kinds().includes('end'));
  });
});

describe('a private chat', () => {
  it('is one that is marked, and each where nothing may be stored', async () => {
    let mayStore = true;
    const parts = partsUnderTest(new ScriptedService(), new MemoryChatRecords(), [], { mayStore: () => mayStore });
    const chat = new ChatSession(parts, 'c');
    assert.equal(chat.isPrivate, false);
    mayStore = false;
    assert.equal(chat.isPrivate, true);
    mayStore = true;
    chat.setPrivate(true);
    assert.equal(chat.isPrivate, true);
  });
});

describe('what is chosen for a chat', () => {
  it('is written with its first question, and afterwards at once', async () => {
    const store = new MemoryChatRecords();
    const workspace = { name: 'w', uri: 'file:///w' };
    const chat = new ChatSession(partsUnderTest(new ScriptedService(), store, [], { workspace: () => workspace }), 'c');
    const choose = () => {
      chat.setPrivate(!chat.isPrivate);
      chat.setModel(`${chat.model}-x`);
      chat.choose({});
      chat.setExtras({ instruction: `${chat.extras.instruction}!` });
    };
    choose();
    assert.deepEqual(store.kinds(), []);
    await chat.send('one');
    assert.deepEqual(store.kinds().slice(0, 6), ['chat', 'private', 'model', 'choices', 'instruction', 'turn']);
    assert.deepEqual(store.recordsOf('c')[0], { kind: 'chat', createdAt: 0, workspace });
    const before = store.lines.length;
    choose();
    assert.deepEqual(store.kinds().slice(before), ['private', 'model', 'choices', 'instruction']);
  });
});
