import assert from 'node:assert/strict';
import { frontMatter } from '../../../../../src/core/research/report/frontMatter';

const matter = {
  question: 'Heat pumps',
  agent: 'a',
  createdAt: Date.UTC(2026, 10, 28, 9, 30),
  interactionId: 'v1_a',
  tokens: 1,
  cost: 'about $2',
  status: 'completed',
};

describe('the head of a report', () => {
  it('says what is known of the research', () => {
    assert.equal(
      frontMatter(matter),
      '---\nquestion: "Heat pumps"\nagent: "a"\ndate: 2026-11-28T09:30:00.000Z\nstatus: "completed"\ntokens: 1\ncost: "about $2"\ninteraction: "v1_a"\n---',
    );
  });

  it('leaves out tokens and a price that nobody knows', () => {
    assert.doesNotMatch(frontMatter({ ...matter, tokens: 0, cost: '' }), /tokens|cost/);
  });

  it('keeps a question in its line, whatever ends a line in it', () => {
    assert.match(
      frontMatter({ ...matter, question: 'a\u0085b\u2028c\u2029d\ne"' }),
      /^---\nquestion: "a b c d\\ne\\""\nagent/,
    );
  });
});
