import assert from 'node:assert/strict';
import { findTargets, redirectsIn, withTargets } from '../../../../../src/core/research/report/redirects';

const base = 'https://vertexaisearch.cloud.google.com/grounding-api-redirect/';
const report = `# Heat pumps

They work well [\\[1\\]](#source-1). See [the guide](${base}AbC-_1=), and ${base}AbC-_1=.

## Sources

1. <a id="source-1"></a>[Guide \\[2026\\]](<${base}AbC-_1=>)
2. <a id="source-2"></a>[example.org](<${base}zz>)
3. <a id="source-3"></a>[Gone](<${base}gone>)
4. <a id="source-4"></a>[Own address](<https://own.example/a>) – own.example
`;
const never = new AbortController().signal;

describe('the addresses of the sources of a report', () => {
  it('are asked of Google once each', () => {
    assert.deepEqual(redirectsIn(report), [`${base}AbC-_1=`, `${base}zz`, `${base}gone`]);
    assert.deepEqual(redirectsIn('https://vertexaisearch.cloud.google.com/other and [x](https://example.org)'), []);
  });

  it('take the place of those of Google wherever they stand, with the host in the list', () => {
    const targets = new Map([
      [`${base}AbC-_1=`, 'https://www.guides.example/a?b=1'],
      [`${base}zz`, 'https://example.org/z'],
    ]);
    assert.equal(
      withTargets(report, targets),
      `# Heat pumps

They work well [\\[1\\]](#source-1). See [the guide](https://www.guides.example/a?b=1), and https://www.guides.example/a?b=1.

## Sources

1. <a id="source-1"></a>[Guide \\[2026\\]](<https://www.guides.example/a?b=1>) – guides.example
2. <a id="source-2"></a>[example.org](<https://example.org/z>)
3. <a id="source-3"></a>[Gone](<${base}gone>)
4. <a id="source-4"></a>[Own address](<https://own.example/a>) – own.example
`,
    );
  });

  it('can stand in every link, and are web addresses of others', async () => {
    const answers: Record<string, string | undefined> = {
      parentheses: 'https://example.org/a_(b)',
      markup: 'https://example.org/<b> c',
      script: 'javascript:alert(1)',
      circle: `${base}other`,
      nonsense: 'no address',
      missing: undefined,
    };
    const targets = await findTargets(Object.keys(answers), async (url) => answers[url], never);
    assert.deepEqual(Object.fromEntries(targets), {
      parentheses: 'https://example.org/a_%28b%29',
      markup: 'https://example.org/%3Cb%3E%20c',
    });
  });

  it('are not asked any more once the user stops it', async () => {
    const stop = new AbortController();
    const asked: string[] = [];
    const urls = Array.from({ length: 50 }, (_, number) => String(number));
    await findTargets(
      urls,
      async (url) => {
        asked.push(url);
        stop.abort();
        return undefined;
      },
      stop.signal,
    );
    assert.deepEqual(asked, ['0']);
  });
});
