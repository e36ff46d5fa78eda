import assert from 'node:assert/strict';
import { cleanReply } from '../../../../src/core/commit/cleanReply';

const soFar = (reply: string, isSubjectOnly = false) =>
  cleanReply(reply, { subjectLimit: 40, commentMark: '#', isSubjectOnly }, false);

describe('a commit message that is still on its way', () => {
  const long = 'Keep the scroll position of chats, and restore it';
  const cut = 'Keep the scroll position of chats';
  const line = 'It was lost after every reload.';

  it('has all of a long subject until its line ends', () => {
    assert.equal(soFar(long), long);
    assert.equal(soFar(`${long}\n`), `${cut}\n\n${long}`);
    assert.equal(soFar(`${long}\n`, true), cut);
  });

  it('has no quote before it is known to belong to the message', () => {
    assert.equal(soFar('"Copy'), 'Copy');
    assert.equal(soFar('"Copy" copies'), '"Copy" copies');
    assert.equal(soFar(`"Fix it\n\n${line}`), `Fix it\n\n${line}`);
  });

  it('has no start of a paragraph that may become talk', () => {
    assert.equal(soFar('Fix it\n\nLet me'), 'Fix it');
    assert.equal(soFar(`Fix it\n\n${line}\n\nLet me`), `Fix it\n\n${line}`);
    for (const talk of ['This commit message summarizes', "I've written", 'I hope this', '**Explanation', '---']) {
      for (let end = 1; end <= talk.length; end += 1) {
        assert.equal(soFar(`Fix it\n\n${talk.slice(0, end)}`), 'Fix it', talk.slice(0, end));
      }
    }
  });

  it('has a paragraph once it is too long for the start of talk', () => {
    assert.equal(soFar(`Fix it\n\n${'x'.repeat(29)}`), 'Fix it');
    assert.equal(soFar(`Fix it\n\n${'x'.repeat(30)}`), `Fix it\n\n${'x'.repeat(30)}`);
  });

  it('has a short line at once within a paragraph', () => {
    assert.equal(soFar('Fix it\n\n- the list\n- the'), 'Fix it\n\n- the list\n- the');
  });

  it('has no trailer that speaks for a person, also not its start', () => {
    for (const trailer of ['Signed-off-by: A <a@b.c>', 'co-authored-by: B', 'Change-Id: I1']) {
      for (let end = 1; end <= trailer.length; end += 1) {
        assert.equal(soFar(`Fix it\n\n${line}\n\nRefs: #3\n${trailer.slice(0, end)}`), `Fix it\n\n${line}\n\nRefs: #3`);
      }
    }
    assert.equal(soFar(`Fix it\n\n${line}\nSign`), `Fix it\n\n${line}`);
    assert.equal(soFar(`Fix it\n\n${line}\nSigns`), `Fix it\n\n${line}\nSigns`);
  });
});
