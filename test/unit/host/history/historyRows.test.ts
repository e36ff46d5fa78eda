import assert from 'node:assert/strict';
import type { ChatSummary, SearchHit } from '../../../../src/core/conversation/savedChat';
import { historyRows } from '../../../../src/host/history/historyRows';

const chat = (id: string, title: string, lastLine: string): ChatSummary => ({
  ...{ id, title, lastLine, createdAt: 0, updatedAt: 0, workspace: undefined },
  ...{ isPrivate: false, condition: 'whole' },
});
const hit = (chatId: string, line: string): [string, SearchHit] => [chatId, { chatId, line, start: 0, length: 1 }];

describe('the rows of the history', () => {
  const pumps = chat('1', 'Heat pumps', 'They move heat.');
  const sorting = chat('2', 'Sort a list', 'Use sort().');
  const garden = { ...chat('3', 'Bäume', 'Im Herbst.'), workspace: { name: 'Garden', uri: 'file:///garden' } };
  const all = [pumps, sorting, garden];
  const titles = (query: string, hits: readonly [string, SearchHit][] = []) =>
    historyRows(all, query, new Map(hits)).map((row) => row.chat.title);

  it('are all chats with their last lines when nothing is searched for', () => {
    assert.deepEqual(historyRows(all, '  ', new Map()), [
      { chat: pumps, line: 'They move heat.' },
      { chat: sorting, line: 'Use sort().' },
      { chat: garden, line: 'Im Herbst.' },
    ]);
  });

  it('are found by words of the title, of the last line and of the workspace, in any order, case and accent', () => {
    assert.deepEqual(titles('HEAT move'), ['Heat pumps']);
    assert.deepEqual(titles('baume'), ['Bäume']);
    assert.deepEqual(titles('garden'), ['Bäume']);
    assert.deepEqual(titles('heat nowhere'), []);
  });

  it('show the line that was found in the text, in the order of the list whatever was found first', () => {
    const hits = new Map([hit('3', 'a leaf falls'), hit('1', 'a leaf spring')]);
    assert.deepEqual(historyRows(all, 'leaf', hits), [
      { chat: pumps, line: 'a leaf spring' },
      { chat: garden, line: 'a leaf falls' },
    ]);
  });

  it('keep the last line where the title itself was found', () => {
    const hits = new Map([hit('1', 'Heat pumps')]);
    assert.deepEqual(historyRows(all, 'pumps', hits), [{ chat: pumps, line: 'They move heat.' }]);
  });

  it('leave out what was found in a chat that is no longer listed', () => {
    assert.deepEqual(titles('leaf', [hit('gone', 'a leaf')]), []);
  });
});
