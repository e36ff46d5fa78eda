import assert from 'node:assert/strict';
import type { SavedChat } from '../../../../../src/core/conversation/savedChat';
import { findIn, fold, lineAround, readQuery } from '../../../../../src/core/storage/library/searchTextMatch';
import { searchTextOf } from '../../../../../src/core/storage/library/searchTextOf';
import { ChatBuilder } from '../../../../../src/core/storage/log/chatBuilder';
import { answered, asked, titled } from './writtenChats';

/** The line around the only `#` of a text, which stands for a match of that length. */
function around(text: string, length = 1) {
  const {
    line,
    start,
    length: shown,
  } = lineAround(text, text.indexOf('#'), length, (from, to) => text.slice(from, to));
  assert.equal(shown, length);
  assert.equal(line.charAt(start), '#');
  return line;
}

describe('what is searched for', () => {
  it('is each word once, and all of them as they were typed', () => {
    assert.deepEqual(readQuery('  Das ist\tDAS\n'), { words: ['das', 'ist'], phrase: 'das ist das' });
    assert.equal(readQuery(' \t'), undefined);
  });

  it('is found at its first place, and only where all of its words are', () => {
    const find = (text: string, query: string) => findIn(text, readQuery(query) ?? assert.fail());
    assert.deepEqual(find('a b c b', 'b'), { at: 2, length: 1 });
    assert.deepEqual(find('b', 'b'), { at: 0, length: 1 });
    assert.deepEqual(find('c b a b c', 'b c'), { at: 6, length: 3 });
    assert.deepEqual(find('b c', 'b c'), { at: 0, length: 3 });
    assert.deepEqual(find('c x b', 'b c'), { at: 4, length: 1 });
    assert.equal(find('b', 'b c'), undefined);
    assert.equal(find('c', 'b c'), undefined);
  });

  it('is the same in capitals and with accents', () => {
    assert.equal(fold('ÀÉÎÕÜ ç ñ İ Ś ẞ ς Ά ώ Ё ё'), 'aeiou c n i s ß σ α ω е е');
    assert.equal(fold('× ÷ й ђ 🙂'), '× ÷ й ђ 🙂');
  });
});

describe('the line of a match', () => {
  it('is the line it stands in', () => {
    assert.equal(around('one\ntwo # three\nfour'), 'two # three');
    assert.equal(around('#'), '#');
    assert.equal(around('\n#\n'), '#');
    assert.equal(around('   indented #   \nx'), 'indented #');
  });

  it('is whole up to 120 characters, and cut from one more on', () => {
    for (const before of [0, 30, 119]) {
      const whole = `${'x'.repeat(before)}#${'y'.repeat(119 - before)}`;
      assert.equal(around(whole), whole);
    }
    assert.equal(around(`#${'y'.repeat(120)}`), `#${'y'.repeat(119)}…`);
    assert.equal(around(`${'x'.repeat(120)}#`), `…${'x'.repeat(119)}#`);
  });

  it('begins forty characters before the match where more follows, and earlier where less does', () => {
    const x = (count: number) => 'x'.repeat(count);
    assert.equal(around(`${x(41)}#${x(100)}`), `…${x(40)}#${x(79)}…`);
    assert.equal(around(`${x(40)}#${x(100)}`), `${x(40)}#${x(79)}…`);
    assert.equal(around(`${x(100)}#${x(79)}`), `…${x(40)}#${x(79)}`);
    assert.equal(around(`${x(150)}#${x(10)}`), `…${x(109)}#${x(10)}`);
  });

  it('holds a match that is longer than a line', () => {
    const match = `#${'y'.repeat(200)}`;
    assert.equal(around(`${'x'.repeat(50)}${match}${'z'.repeat(50)}`, match.length), `…${'x'.repeat(40)}${match}…`);
  });

  it('leaves out blanks at its beginning, but none of those in the middle of a line', () => {
    assert.equal(around(`\t ${'x'.repeat(10)}#${'y'.repeat(200)}`), `${'x'.repeat(10)}#${'y'.repeat(107)}…`);
    assert.equal(
      around(`${'x'.repeat(50)}${' '.repeat(40)}#${'y'.repeat(200)}`),
      `…${' '.repeat(40)}#${'y'.repeat(79)}…`,
    );
    const { line, start } = lineAround('    word', 2, 4, (from, to) => '    word'.slice(from, to));
    assert.deepEqual([line, start], ['  word', 0]);
  });

  it('begins and ends between characters', () => {
    const faces = (count: number) => '🙂'.repeat(count);
    assert.equal(around(`${faces(30)}x#${'y'.repeat(100)}`), `…${faces(19)}x#${'y'.repeat(79)}…`);
    assert.equal(around(`#${faces(100)}`), `#${faces(59)}…`);
    assert.equal(around(`#y${faces(100)}`), `#y${faces(59)}…`);
  });
});

describe('the words of a chat', () => {
  const chatOf = (...records: Parameters<ChatBuilder['add']>[0][]): SavedChat => {
    const builder = new ChatBuilder('x');
    for (const record of records) builder.add(record, 1);
    return builder.build('whole');
  };

  it('are its name, its questions and its answers, a line each, composed and with line breaks of one kind', () => {
    const said = [asked('a', 'Why\r\nso?\rHm'), answered('a', 'Cafe\u0301'), asked('b', 'More?', 'a')];
    assert.equal(searchTextOf(chatOf(...said)), 'Why\nso?\nHm\nCafé\nMore?');
    assert.equal(searchTextOf(chatOf(titled('Name'), ...said)), 'Name\nWhy\nso?\nHm\nCafé\nMore?');
    assert.equal(searchTextOf(chatOf(asked('a', 'Why?'), answered('a', ''))), 'Why?');
    assert.equal(searchTextOf(chatOf()), '');
  });
});
