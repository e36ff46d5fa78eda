import assert from 'node:assert/strict';
import { fitSubject } from '../../../../src/core/commit/fitSubject';

describe('a subject that is cut', () => {
  for (const mark of [', ', '; ', ' (', ' – ', ' - ', '. ']) {
    it(`ends before “${mark}” where that is far enough`, () => {
      assert.equal(fitSubject(`Keep the first part${mark}every other goes`, 27), 'Keep the first part');
    });
  }

  const cases: readonly (readonly [what: string, subject: string, limit: number, cut: string])[] = [
    ['is whole at the limit', 'Keep it', 7, 'Keep it'],
    ['keeps a word that ends at the limit', 'Keep it all', 7, 'Keep it'],
    ['loses a word that ends after the limit', 'Keep parts whole', 9, 'Keep'],
    ['keeps a part that ends at the limit', 'Keep the part, say', 14, 'Keep the part'],
    ['takes a part of half of the room', 'Keep it. whatever', 13, 'Keep it'],
    ['does not end with a part that is too short', 'Fix, and then move the parser', 20, 'Fix, and then move'],
    ['does not end with a word that needs another', 'Move the code of the parser', 20, 'Move the code'],
    ['does not end with a colon', 'Keep parts: everything', 14, 'Keep parts'],
    [
      'does not end with a dash of two strokes, nor with such a word before it',
      'Keep parts of -- everything',
      19,
      'Keep parts',
    ],
    ['ends neither with such a word nor with a dash before it', 'Keep parts -- the everything', 19, 'Keep parts'],
    ['ends neither with such a word nor with a colon before it', 'Keep parts: the everything', 18, 'Keep parts'],
    ['ends within a word where too little would be left', 'ab cdefghijklmnop', 10, 'ab cdefghi'],
    ['ends after a short word where enough is left', 'abcd efghijkl', 9, 'abcd'],
    ['counts characters and not their halves', '🚀🚀🚀 ok', 6, '🚀🚀🚀 ok'],
  ];
  for (const [what, subject, limit, cut] of cases) {
    it(what, () => assert.equal(fitSubject(subject, limit), cut));
  }
});
