import assert from 'node:assert/strict';
import { isWritten, type MessageParts, partsOfMessage } from '../../../../src/core/commit/pastCommit';

describe('the parts of a message', () => {
  const cases: readonly (readonly [what: string, message: string, parts: Partial<MessageParts>])[] = [
    ['a subject alone', 'fix: a', {}],
    ['nothing', ' \n', { subject: '' }],
    ['a subject with the number of its request', '\n  fix: a (#12)\n', {}],
    ['a body without empty lines around it', 'fix: a\n\n\nOne\n\nTwo  \n\n \n', { body: ['One', '', 'Two'] }],
    ['a body with blanks around its lines', 'fix: a\n\n  - One  \n \nTwo', { body: ['  - One', '', 'Two'] }],
    ['a body right below the subject', 'fix: a\nOne', { body: ['One'] }],
    [
      'a body and trailers, with the line ends of Windows',
      'fix: a\r\n\r\nOne\r\n\r\nRefs: #3\r\nSigned-off-by: A <a@b.c>\r\n',
      { body: ['One'], trailers: ['Refs', 'Signed-off-by'] },
    ],
    ['the line ends of an old Mac', 'fix: a\r\rOne\rTwo', { body: ['One', 'Two'] }],
    ['trailers alone', 'fix: a\n\nRefs: #3', { trailers: ['Refs'] }],
    ['text below a trailer, so that it is none', 'fix: a\n\nRefs: #3\nis meant', { body: ['Refs: #3', 'is meant'] }],
    ['a trailer without a blank, which is none', 'fix: a\n\nRefs:#3', { body: ['Refs:#3'] }],
    ['a sentence that looks like a trailer', 'fix: a\n\nNote: it is late', { body: ['Note: it is late'] }],
    ['an address', 'fix: a\n\nhttps: //a.example', { body: ['https: //a.example'] }],
  ];
  for (const [what, message, parts] of cases) {
    it(`are read from ${what}`, () =>
      assert.deepEqual(partsOfMessage(message), { subject: 'fix: a', body: [], trailers: [], ...parts }));
  }
});

describe('whether a person wrote a message', () => {
  const by = (isMerge: boolean, message: string) => isWritten({ message, isMerge });

  for (const message of [
    'Merge the two lists',
    'Revert to the old list',
    'Bump the limit to 4',
    '1.2.3 is out',
    'Squash the lists',
  ]) {
    it(`is so: ${message}`, () => assert.equal(by(false, message), true));
  }

  for (const message of [
    '',
    ' \n',
    '\nMerge branch "main"',
    'Revert "Add a list"',
    'squash! Add a list',
    'build(deps): bump a from 1 to 2',
    'v1.2.3-beta.1',
  ]) {
    it(`is not so: ${JSON.stringify(message)}`, () => assert.equal(by(false, message), false));
  }

  it('is not so of any merge', () => assert.equal(by(true, 'Add a list'), false));
});
