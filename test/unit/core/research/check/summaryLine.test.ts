import assert from 'node:assert/strict';
import { standing } from '../../../../../src/core/research/check/standing';
import { countSupported, withSummary } from '../../../../../src/core/research/check/summaryLine';
import { claimOf } from './claimOf';

const line = (words: string) => `> ${words} <!-- citations checked -->\n\n`;

describe('the summary line of a check', () => {
  it('stands below the head and the title', () => {
    assert.equal(withSummary('---\na: 1\n---\n\n# T\n\nText\n', 'W'), `---\na: 1\n---\n\n# T\n\n${line('W')}Text\n`);
    assert.equal(withSummary('---\na: 1\n---\nText\n', 'W'), `---\na: 1\n---\n${line('W')}Text\n`);
    assert.equal(withSummary('# T\nText\n', 'W'), `# T\n${line('W')}Text\n`);
    assert.equal(withSummary('Text\n\n# T\n', 'W'), `${line('W')}Text\n\n# T\n`);
    assert.equal(withSummary('Text\n---\na: 1\n---\n', 'W'), `${line('W')}Text\n---\na: 1\n---\n`);
    assert.equal(withSummary('## T\nText', 'W'), `${line('W')}## T\nText`);
  });

  it('takes the place of the one before, wherever that was moved, and of no other line', () => {
    assert.equal(
      withSummary(`# T\n\n> Quote\n\nText\n\n${line('Old')}End`, 'W'),
      `# T\n\n${line('W')}> Quote\n\nText\n\nEnd`,
    );
    assert.equal(withSummary('# T\n\n> Old <!-- citations checked -->\nText', 'W'), `# T\n\n${line('W')}Text`);
    const quoted = 'x > Old <!-- citations checked -->\n';
    assert.equal(withSummary(quoted, 'W'), `${line('W')}${quoted}`);
  });

  it('counts the claims that were checked, and the supported ones among them', () => {
    const found = (...verdicts: readonly ('supported' | 'partly' | undefined)[]) =>
      countSupported(
        verdicts.map((verdict) => ({
          claim: claimOf('a', 'b'),
          finding: verdict && { verdict, reason: '', weaker: '' },
        })),
      );
    assert.deepEqual(found(), { supported: 0, all: 0 });
    assert.deepEqual(found('supported', undefined, 'partly', 'supported', undefined), { supported: 2, all: 3 });
  });
});

describe('what was found of a claim', () => {
  const google = 'https://vertexaisearch.cloud.google.com/grounding-api-redirect/';
  const report = (...urls: readonly string[]) =>
    `${urls.map((_, index) => `It rains [\\[${index + 1}\\]](#source-${index + 1}).`).join('\n\n')}\n\n${urls
      .map((url, index) => `${index + 1}. <a id="source-${index + 1}"></a>[A](<${url}>)`)
      .join('\n')}\n`;
  /** The pages at which what was found of these pages stands. */
  const found = (markdown: string, ...urls: readonly string[]) =>
    standing(
      markdown,
      urls.map((url) => ({ claim: claimOf('It rains', url), finding: undefined })),
    ).map(({ claim }) => claim.url);

  it('stands at the same page, each time once', () => {
    const [a, b] = ['https://a.example/', 'https://b.example/'];

    assert.deepEqual(found(report(a, b), b, a), [b, a]);
    assert.deepEqual(found(report(a, b), a, a), [a]);
    assert.deepEqual(found(report(a), b), []);
    assert.deepEqual(standing(report(a), [{ claim: claimOf('It snows', a), finding: undefined }]), []);
  });

  it('stands where an address of Google gave way to that of the page, and at no other of Google', () => {
    assert.deepEqual(found(report('https://a.example/'), `${google}1`), ['https://a.example/']);
    assert.deepEqual(found(report(`${google}2`), `${google}1`), []);
    assert.deepEqual(found(report(`${google}1`), 'https://a.example/'), []);
  });
});
