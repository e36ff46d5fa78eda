import assert from 'node:assert/strict';
import { Outbox } from '../../../src/host/panel/outbox';
import type { ToPanel } from '../../../src/protocol/messages';

const snapshot = {
  chatId: 'c',
  turns: [],
  state: {
    account: { key: 'present' },
    chat: { model: 'm', title: '', isPrivate: false, readOnly: false },
    window: {},
  },
} as const;
const grew = (text: string, part = 0) => ({ type: 'partGrew', turnId: 't', part, text }) as const;

describe('Outbox', () => {
  let posted: ToPanel[];
  let outbox: Outbox;

  beforeEach(() => {
    posted = [];
    outbox = new Outbox((message) => posted.push(message));
  });
  afterEach(() => outbox.dispose());

  const revisions = () => posted.flatMap((message) => ('revision' in message ? [message.revision] : []));

  it('says nothing before the panel is there', () => {
    outbox.add(grew('lost'));
    assert.deepEqual(posted, []);
  });

  it('sends the first piece at once and joins what follows within a frame', () => {
    outbox.open(snapshot);
    for (const piece of ['a', 'b', 'c']) outbox.add(grew(piece));
    assert.deepEqual(
      posted.slice(1).map((message) => message.type === 'partGrew' && message.text),
      ['a'],
    );

    outbox.add({ type: 'turnChanged', turnId: 't', status: 'done' });

    assert.deepEqual(
      posted.slice(1).map((message) => (message.type === 'partGrew' ? message.text : message.type)),
      ['a', 'bc', 'turnChanged'],
    );
  });

  it('numbers without gaps', () => {
    outbox.open(snapshot);
    outbox.add(grew('a'));
    outbox.add(grew('b'));
    outbox.add(grew('c', 1));
    outbox.add({ type: 'composerFocused' });
    outbox.open(snapshot);
    assert.deepEqual(
      revisions(),
      revisions().map((_, index) => index + 1),
    );
  });

  it('never joins the growth of different parts', () => {
    outbox.open(snapshot);
    outbox.add(grew('a'));
    outbox.add(grew('b'));
    outbox.add(grew('c', 1));
    outbox.add(grew('d', 1));
    outbox.add({ type: 'turnChanged', turnId: 't', status: 'done' });

    const texts = posted.flatMap((message) => (message.type === 'partGrew' ? [[message.part, message.text]] : []));
    assert.deepEqual(texts, [
      [0, 'a'],
      [0, 'b'],
      [1, 'cd'],
    ]);
  });

  it('drops what is gathered when the panel goes', () => {
    outbox.open(snapshot);
    outbox.add(grew('a'));
    outbox.add(grew('b'));
    outbox.close();
    outbox.add({ type: 'turnChanged', turnId: 't', status: 'done' });
    assert.equal(posted.length, 2);
  });
});
