import assert from 'node:assert/strict';
import { type CommitStyle, styleOf } from '../../../../src/core/commit/style';
import { commits } from './histories';

function of(...messages: readonly string[]): CommitStyle {
  const style = styleOf(commits(...messages), []);
  assert.ok(style);
  return style;
}
const times = (count: number, ...messages: readonly string[]) => Array.from({ length: count }, () => messages).flat();

describe('what counts as the way of a history', () => {
  const ways: readonly (readonly [
    what: string,
    one: string,
    other: string,
    read: (style: CommitStyle) => unknown,
    way: unknown,
    noWay: unknown,
  ])[] = [
    ['prefixes', 'feat: add', 'Add', ({ prefixes }) => prefixes, ['feat'], []],
    ['scopes', 'feat(chat): add', 'feat: add', ({ scopes }) => scopes, ['chat'], []],
    ['emojis', '✨ Add', 'Add', ({ emoji }) => emoji, 'sign', undefined],
    ['a period', 'Add it.', 'Add it', ({ endsWithPeriod }) => endsWithPeriod, true, false],
    ['a period of Chinese', '修复。', '修复', ({ endsWithPeriod }) => endsWithPeriod, true, false],
    ['a period, and not one within', 'Add it.', 'Read .env first', ({ endsWithPeriod }) => endsWithPeriod, true, false],
    ['the tense', 'Added it', 'Add it', ({ tense }) => tense, 'past', 'imperative'],
    ['capitals', 'Add it', '1 it', ({ firstLetter }) => firstLetter, 'upper', undefined],
    ['small letters', 'add it', '東京', ({ firstLetter }) => firstLetter, 'lower', undefined],
    ['trailers', 'Add\n\nRefs: #1\nRefs: #2', 'Add', ({ trailers }) => trailers, ['Refs'], []],
    ['a body', 'Add\n\nWhy', 'Add', ({ body }) => body, 'usual', 'sometimes'],
    ['bullets', 'Add\n\n- Why', 'Add\n\nWhy', ({ bullet }) => bullet, '-', undefined],
    [
      'tickets',
      'SHOP-12 Add',
      'Add',
      ({ ticket }) => ticket,
      { kind: 'key', place: 'start', written: 'SHOP-12' },
      undefined,
    ],
  ];
  for (const [what, one, other, read, way, noWay] of ways) {
    it(`is 3 of 5, and not 2 of 5: ${what}`, () => {
      assert.deepEqual(read(of(...times(3, one), ...times(2, other))), way);
      const less = read(of(...times(2, one), ...times(3, other)));
      assert.deepEqual(less, noWay);
    });
  }

  it('is a type where half of the prefixes are types', () => {
    assert.equal(of(...times(3, 'feat: a', 'Server: a')).prefixIs, 'type');
    assert.equal(of(...times(2, 'feat: a', 'Server: a', 'Panel: a')).prefixIs, 'part');
    assert.equal(of(...times(5, 'Add')).prefixIs, undefined);
  });

  it('is a sign unless more than half of the emojis are codes', () => {
    assert.equal(of(...times(3, '✨ Add', ':bug: Fix')).emoji, 'sign');
    assert.equal(of(...times(2, '✨ Add', ':bug: Fix', ':fire: Drop')).emoji, 'code');
    assert.equal(of(...times(2, ':bug: Fix', ':fire: Drop', '✨ Add', 'Add', 'Mend')).emoji, 'code');
  });

  it('lists names by how often they are used', () => {
    assert.deepEqual(of('fix: a', 'feat(b): a', 'feat(c): a', 'docs(c): a', 'feat(d): a').prefixes, [
      'feat',
      'fix',
      'docs',
    ]);
    assert.deepEqual(of('fix(b): a', 'feat(c): a', 'feat(c): a', 'docs(c): a', 'feat(b): a').scopes, ['c', 'b']);
  });

  it('writes tickets as the newest commit does', () => {
    assert.equal(of('[SHOP-9] Add', ...times(4, 'SHOP-8: Add')).ticket?.written, '[SHOP-9]');
  });

  it('has no body where fewer than one of ten have one', () => {
    assert.equal(of('Add\n\nWhy', ...times(10, 'Add')).body, 'never');
    assert.equal(of('Add\n\nWhy', ...times(9, 'Add')).body, 'sometimes');
    assert.equal(styleOf([], commits(...times(4, 'Add')))?.body, 'sometimes');
    assert.equal(styleOf([], commits(...times(5, 'Add')))?.body, 'never');
  });

  it('takes other signs of lists for a star, and a list for one if most of its lines are', () => {
    assert.equal(of(...times(5, 'Add\n\n* a\n\n  • b')).bullet, '*');
    assert.equal(of(...times(5, 'Add\n\n- a\n- b\n- c\nd\ne')).bullet, '-');
    assert.equal(of(...times(5, 'Add\n\n- a\n- b\nc\nd')).bullet, undefined);
    assert.equal(of(...times(5, 'Add\n\n- a\n\n- b\n\n- c\n\nd')).bullet, '-');
    assert.equal(of(...times(5, 'Add\n\nIt is - so far - slow')).bullet, undefined);
    assert.equal(of(...times(5, 'Add\n\n-a')).bullet, undefined);
  });

  it('has a limit that all but a tenth of the subjects keep to', () => {
    const x = (length: number) => 'x'.repeat(length);
    assert.equal(of(...times(9, x(60)), x(90)).subjectLimit, 60);
    assert.equal(of(...times(8, x(60)), x(90), x(60)).subjectLimit, 60);
    assert.equal(of(...times(8, x(60)), x(80), x(90)).subjectLimit, 80);
    assert.equal(of(...times(4, x(60)), x(90)).subjectLimit, 90);
    assert.equal(of(...times(5, x(51))).subjectLimit, 51);
    assert.equal(of(...times(5, x(99))).subjectLimit, 99);
    assert.equal(of(...times(5, '😀'.repeat(60))).subjectLimit, 60);
    assert.equal(styleOf([], commits(...times(4, x(90))))?.subjectLimit, 72);
  });

  it('has the language of the subject and of the body', () => {
    assert.equal(of(...times(5, 'README\n\nKorrigiert')).language, 'German');
  });

  it('knows a tense where the language is not known', () => {
    assert.deepEqual((({ language, tense }) => [language, tense])(of(...times(5, 'Reworked README'))), [
      undefined,
      'past',
    ]);
  });

  it('is that of the author from 5 own commits on, without merges', () => {
    const own = commits(...times(5, 'Add it'));
    const branch = commits(...times(5, 'feat: add'));
    assert.equal(styleOf(own, branch)?.basis, 'author');
    const merged = own.map((commit, at) => ({ ...commit, isMerge: at === 0 }));
    assert.deepEqual((({ basis, prefixes }) => [basis, prefixes])(styleOf(merged, branch) ?? of('')), [
      'branch',
      ['feat'],
    ]);
    assert.equal(styleOf(own.slice(1), []), undefined);
  });
});
