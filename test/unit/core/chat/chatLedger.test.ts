import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { startOf } from '../../../../src/core/conversation/turnRecords';
import { ledgerUnderTest, savedChat, turnOf } from './ledgerUnderTest';

const { choices, schema } = savedChat;
const extras = { instruction: 'Be brief', schema };

describe('the ledger of a new chat', () => {
  it('knows nothing', () => {
    const { ledger } = ledgerUnderTest();
    assert.deepEqual(
      [ledger.title, ledger.isPrivate, ledger.model, ledger.choices],
      [undefined, false, undefined, undefined],
    );
    assert.deepEqual(ledger.extras, { instruction: '', schema: undefined });
    assert.deepEqual([ledger.idsAtGoogle, ledger.state, ledger.isClaimed], [[], 'saving', false]);
  });

  it('writes what was chosen with its first question, and once', async () => {
    const { ledger, journal, fired } = ledgerUnderTest();
    assert.ok(choices);
    ledger.setPrivate(true, false);
    ledger.setModel('gemini-3.6-flash', false);
    ledger.setChoices(choices, false);
    ledger.setExtras(extras, false);
    assert.deepEqual([ledger.isPrivate, ledger.model, ledger.choices], [true, 'gemini-3.6-flash', choices]);
    assert.deepEqual(ledger.extras, extras);
    assert.deepEqual([journal.kinds(), fired.length], [[], 4]);

    const turn = turnOf('a');
    await ledger.asked(turn);
    assert.deepEqual(journal.taken(), [
      ['private!', { kind: 'private', isPrivate: true }],
      ['model!', { kind: 'model', model: 'gemini-3.6-flash' }],
      ['choices!', { kind: 'choices', ...choices }],
      ['instruction!', { kind: 'instruction', text: 'Be brief' }],
      ['schema!', { kind: 'schema', schema }],
      ['turn!', { kind: 'turn', turnId: 'a', turn: startOf(turn) }],
    ]);
    await ledger.asked(turnOf('b'));
    assert.deepEqual(journal.kinds(), ['turn!']);
  });

  it('writes nothing but the question where nothing was chosen', async () => {
    const { ledger, journal } = ledgerUnderTest();
    await ledger.asked(turnOf('a'));
    assert.deepEqual(journal.kinds(), ['turn!']);
  });
});

describe('the ledger of a chat that was read', () => {
  it('knows what its file says', () => {
    const { ledger } = ledgerUnderTest(savedChat);
    assert.deepEqual([ledger.title, ledger.isPrivate, ledger.model], ['Heat pumps', true, 'gemini-3.8-flash']);
    assert.deepEqual([ledger.choices, ledger.extras], [choices, extras]);
    assert.deepEqual([ledger.idsAtGoogle, [...ledger.forgotten]], [['v1_b'], ['v1_a']]);
  });

  it('writes at once what is chosen, and says so', () => {
    const { ledger, journal, fired } = ledgerUnderTest(savedChat);
    const other = { tools: [], thinking: 'high', servers: ['docs'] } as const;
    ledger.setPrivate(false, true);
    ledger.setModel('gemini-3.6-flash', true);
    ledger.setChoices(other, true);
    ledger.setExtras({ instruction: '', schema }, true);
    ledger.setExtras({ instruction: '', schema: undefined }, true);
    assert.deepEqual(journal.taken(), [
      ['private!', { kind: 'private', isPrivate: false }],
      ['model!', { kind: 'model', model: 'gemini-3.6-flash' }],
      ['choices!', { kind: 'choices', ...other }],
      ['instruction!', { kind: 'instruction', text: '' }],
      ['schema!', { kind: 'schema', schema: undefined }],
    ]);
    assert.equal(fired.length, 5);
  });

  it('writes nothing that is as it was', () => {
    const { ledger, journal } = ledgerUnderTest(savedChat);
    assert.ok(choices);
    ledger.setPrivate(true, true);
    ledger.setModel('gemini-3.8-flash', true);
    ledger.setChoices(choices, true);
    ledger.setExtras(extras, true);
    assert.deepEqual(journal.kinds(), []);
  });

  it('keeps a name and what was deleted at Google, at once', async () => {
    const { ledger, journal, fired } = ledgerUnderTest(savedChat);
    await ledger.setTitle('Pumps', 'model');
    await ledger.forget(['v1_b']);
    assert.deepEqual(journal.taken(), [
      ['title!', { kind: 'title', title: 'Pumps', by: 'model' }],
      ['forgotten!', { kind: 'forgotten', interactionIds: ['v1_b'] }],
    ]);
    assert.deepEqual([ledger.title, ledger.idsAtGoogle, fired.length], ['Pumps', [], 2]);
    assert.deepEqual([...ledger.forgotten], ['v1_a', 'v1_b']);
  });

  it('takes over what another window wrote in place of all that it knew', () => {
    const { ledger, journal, fired } = ledgerUnderTest(savedChat);
    const { model, ...without } = savedChat;
    ledger.adopt({
      ...without,
      model: undefined,
      isPrivate: false,
      choices: undefined,
      instruction: '',
      schema: undefined,
    });
    assert.deepEqual([ledger.isPrivate, ledger.model, ledger.choices], [false, undefined, undefined]);
    assert.deepEqual(ledger.extras, { instruction: '', schema: undefined });
    assert.deepEqual([model !== undefined, fired, journal.kinds()], [true, ['changed'], []]);
  });
});

describe('the claim of a chat', () => {
  it('holds until another window takes over, which is told once', async () => {
    const { ledger, journal, fired } = ledgerUnderTest();
    journal.set('heldElsewhere');
    assert.deepEqual([ledger.isClaimed, fired], [false, ['changed']]);
    assert.equal(await ledger.claim(), false);
    assert.equal(await ledger.claim(true), true);
    assert.equal(ledger.isClaimed, true);

    fired.length = 0;
    journal.set('failing');
    assert.deepEqual([ledger.isClaimed, ledger.state], [true, 'failing']);
    journal.set('heldElsewhere');
    assert.equal(ledger.isClaimed, false);
    journal.set('heldElsewhere');
    assert.deepEqual(fired, ['changed', 'changed', 'lost', 'changed']);
  });

  it('is refused for a chat of a later version, and that is its state', async () => {
    const { ledger } = ledgerUnderTest({ ...savedChat, condition: 'newer' });
    assert.deepEqual([await ledger.claim(), ledger.isClaimed, ledger.state], [false, false, 'newer']);
    const damaged = ledgerUnderTest({ ...savedChat, condition: 'damaged' }).ledger;
    assert.deepEqual([await damaged.claim(), damaged.state], [true, 'saving']);
  });

  it('is let go with the ledger, which says nothing afterwards', async () => {
    const { ledger, journal, fired } = ledgerUnderTest();
    ledger.dispose();
    assert.equal(journal.isReleased, true);
    await setImmediate();
    journal.set('failing');
    assert.deepEqual(fired, []);
  });
});
