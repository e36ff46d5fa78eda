import assert from 'node:assert/strict';
import { systemClock } from '../../../../../src/core/base/clock';
import { batchesOf, checkCitations, checkCost } from '../../../../../src/core/research/check/checkCitations';
import { readFindings } from '../../../../../src/core/research/check/checkRequest';
import { claimsIn } from '../../../../../src/core/research/check/claims';
import { standing } from '../../../../../src/core/research/check/standing';
import { countSupported, withSummary } from '../../../../../src/core/research/check/summaryLine';
import { cpuTimeOf } from '../../../../cpuTime';
import { never, serverUnderTest } from '../../../gemini/serverUnderTest';

const one = '[\\[1\\]](#source-1)';
const two = '[\\[2\\]](#source-2)';
const report = `---
question: "Q"
---

# Title

It is 3.5 m high, e.g. at the river. The figures are examples ${one}. The rest is café talk ${one} ${two}.

- A point of a list ${two}

| Cell | Other ${two} |

A number without a page [\\[9\\]](#source-9).

## Sources

1. <a id="source-1"></a>[A](<https://a.example/>)
2. <a id="source-2"></a>[B](<https://b.example/gone>)
`;

describe('the claims of a report', () => {
  it('are the sentences that pages are named for, where they stand', () => {
    const claims = claimsIn(report);

    assert.deepEqual(
      claims.map(({ text, url }) => [text, url]),
      [
        ['The figures are examples', 'https://a.example/'],
        ['The rest is café talk', 'https://a.example/'],
        ['The rest is café talk', 'https://b.example/gone'],
        ['A point of a list', 'https://b.example/gone'],
        ['Cell | Other', 'https://b.example/gone'],
      ],
    );
    for (const { text, start, end, mark } of claims) {
      assert.equal(report.slice(start, end), text);
      assert.match(report.slice(mark.start, mark.end), /^\[\\\[\d\\\]\]/);
    }
  });

  it('are read in a moment from a report of a megabyte', () => {
    const line = `${'Words of a claim. '.repeat(110)}The end ${one}.\n\n`;
    const long = line.repeat(500) + report;

    assert.ok(cpuTimeOf(() => assert.equal(claimsIn(long).length, 505)) < 1_000);
  });
});

describe('what was found of claims', () => {
  const checked = claimsIn(report).map((claim, at) => ({
    claim,
    finding: { verdict: 'notSupported' as const, reason: 'The page does not say so.', weaker: `${at}` },
  }));

  it('stays at its claim while the report around it is edited, also in the same line', () => {
    const edited = report
      .replace(`The figures are examples ${one}. `, '')
      .replace('# Title', '# A longer title\n\nNew.');
    const found = standing(edited, checked);

    assert.deepEqual(
      found.map(({ claim, finding }) => [edited.slice(claim.start, claim.end), finding?.weaker]),
      [
        ['The rest is café talk', '1'],
        ['The rest is café talk', '2'],
        ['A point of a list', '3'],
        ['Cell | Other', '4'],
      ],
    );
  });

  it('says nothing about a claim whose words or page are others by now', () => {
    const edited = report.replace('examples', 'proof').replace('https://b.example/gone', 'https://c.example/');

    assert.deepEqual(
      standing(edited, checked).map(({ claim }) => claim.text),
      ['The rest is café talk'],
    );
  });

  it('stays when the addresses of Google give way to those of the pages', () => {
    const google = report.replace(
      'https://a.example/',
      'https://vertexaisearch.cloud.google.com/grounding-api-redirect/a',
    );
    const findings = claimsIn(google).map((claim) => ({ claim, finding: checked[0]?.finding }));

    assert.equal(standing(report, findings).length, 5);
    assert.equal(standing(google, checked).length, 3, 'another page');
  });

  it('tells claims with the same words apart by their order', () => {
    const twice = `${report}`.replace('# Title\n', `# Title\n\nThe figures are examples ${one}.\n`);
    const findings = claimsIn(twice).map((claim, at) => ({ claim, finding: checked[0]?.finding, at }));

    assert.deepEqual(
      standing(`New.\n\n${twice}`, findings).map(({ claim }) => claim.start),
      claimsIn(`New.\n\n${twice}`).map(({ start }) => start),
    );
  });
});

describe('a check of citations', () => {
  const under = serverUnderTest();
  const services = () => ({ interactions: under.client, clock: systemClock });

  it('asks once for each page, keeps nothing at Google, and finds what the pages say', async () => {
    const { checked, failure } = await checkCitations(services(), claimsIn(report), never());

    assert.deepEqual(
      checked.map(({ finding }) => finding?.verdict),
      ['partly', 'notSupported', 'gone', 'gone', 'gone'],
    );
    assert.equal(checked[0]?.finding?.weaker, 'Some of its figures are examples');
    assert.equal(failure, undefined);
    const bodies = under.server.requests.map(({ body }) => body as Record<string, unknown>);
    assert.equal(bodies.length, 2);
    for (const { store, tools } of bodies) assert.deepEqual([store, tools], [false, [{ type: 'url_context' }]]);
  });

  it('leaves unchecked what failed, and stops where all else would fail as well', async () => {
    under.server.answerNext({
      status: 403,
      body: { error: { code: 403, message: 'no', status: 'PERMISSION_DENIED' } },
    });
    const claims = Array.from({ length: 8 }, (_, at) => ({
      text: `Claim ${at}`,
      start: 0,
      end: 1,
      mark: { start: 1, end: 2 },
      url: `https://page${at}.example/`,
    }));

    const { checked, failure } = await checkCitations(services(), claims, never());

    assert.equal(failure, 'keyNotAllowed');
    assert.ok(checked.filter(({ finding }) => finding === undefined).length >= 5);
    assert.ok(under.server.requests.length <= 3);
  });

  it('has a price that grows with the pages', () => {
    const claims = claimsIn(report);

    assert.deepEqual(
      batchesOf(claims).map((batch) => batch.length),
      [2, 3],
    );
    assert.deepEqual(checkCost(claims), { requests: 2, dollars: 0.02 });
    const many = Array.from({ length: 40 }, () => claims).flat();
    assert.ok(checkCost(many).dollars > 0.02);
    assert.ok(batchesOf(many).every((batch) => batch.length <= 12));
  });

  it('reads only findings of the given form', () => {
    const answer = JSON.stringify({
      findings: [{ claim: 2, verdict: 'gone' }, { claim: 9, verdict: 'gone' }, { claim: 1, verdict: 'odd' }, 7],
    });

    assert.deepEqual(readFindings(answer, 2), [undefined, { verdict: 'gone', reason: '', weaker: '' }]);
    assert.deepEqual(readFindings('no JSON', 1), [undefined]);
  });
});

describe('the summary of a check', () => {
  it('stands under the title, and takes the place of the one before', () => {
    const once = withSummary(report, '1 of 2.');
    const twice = withSummary(once, '2 of 2.');

    assert.match(once, /^# Title\n\n> 1 of 2\. <!-- citations checked -->\n\nIt is/m);
    assert.equal(twice, once.replace('1 of 2.', '2 of 2.'));
    assert.equal(claimsIn(twice).length, claimsIn(report).length);
  });

  it('counts what was checked', () => {
    const [claim] = claimsIn(report);
    assert.ok(claim);
    const found = (verdict: 'supported' | 'partly') => ({ claim, finding: { verdict, reason: '', weaker: '' } });

    assert.deepEqual(countSupported([found('supported'), found('partly'), { claim, finding: undefined }]), {
      supported: 1,
      all: 2,
    });
  });
});
