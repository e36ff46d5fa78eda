import assert from 'node:assert/strict';
import { newJob } from '../../../../src/core/research/job/job';
import type { LiveFacts } from '../../../../src/core/research/live/liveFacts';
import { liveFacts } from '../../../../src/core/research/live/liveFacts';
import { livePage } from '../../../../src/core/research/live/livePage';

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const words = {
  state: 'Running',
  reason: '',
  plan: 'Plan',
  context: 'Attached',
  thoughts: 'Thoughts',
  searches: 'Searches',
  pages: 'Pages read',
  sources: 'Sources found',
  report: 'Report so far',
  pictures: 'Pictures',
  figure: (number: number) => `Figure ${number}`,
};
const question = { question: 'Tides', agent: 'deep-research-preview-04-2026', planFirst: false };
const job = { ...newJob(question, [], 'a', 0), state: 'running' } as const;
const page = (facts: Partial<LiveFacts>) => livePage(job, { ...liveFacts([]), ...facts }, words);

describe('the page of a research that runs', () => {
  it('has all that is known, the latest thought first, and nothing of what is not', () => {
    const at = { start: 0, end: 1 };
    const facts = liveFacts([
      { kind: 'thought', text: '**One**' },
      { kind: 'thought', text: ' # Two\n' },
      {
        kind: 'toolCall',
        step: 'google_search_call',
        id: '',
        name: '',
        arguments: { queries: ['tide *times*', 'moon'] },
      },
      {
        kind: 'toolCall',
        step: 'url_context_call',
        id: '',
        name: '',
        arguments: { urls: ['https://a.example/', 'no:a'] },
      },
      {
        kind: 'text',
        text: '# Report\n\n![a](https://evil.example/)',
        citations: ['b', 'c'].map((name) => ({ type: 'url', url: `https://${name}.example/`, title: name, ...at })),
      },
    ]);
    const plans = ['First', 'Second', '# Then'].map((text) => ({ said: '', interactionId: '', text }));

    assert.equal(
      livePage({ ...job, plans, context: ['a_b.md', 'c.md'] }, facts, { ...words, reason: 'No *key*.' }),
      [
        '# Tides',
        '**Running**',
        '> No \\*key\\*.',
        '## Attached',
        '- a\\_b.md\n- c.md',
        '## Plan',
        '### Then',
        '## Thoughts',
        '### Two',
        '**One**',
        '## Searches',
        '- tide \\*times\\*\n- moon',
        '## Pages read',
        '- [https\\://a.example/](<https://a.example/>)\n- no:a',
        '## Sources found',
        '- [b](<https://b.example/>)\n- [c](<https://c.example/>)',
        '## Report so far',
        '### Report',
        '[a](https://evil.example/)\n',
      ].join('\n\n'),
    );
    for (const empty of [{}, { text: ' \n' }, { thoughts: [' \n'] }]) {
      assert.equal(page(empty), '# Tides\n\n**Running**\n');
    }
  });

  it('shows a plan that arrives as the plan, and the text only while the research runs', () => {
    const facts = { ...liveFacts([]), text: 'First this.' };

    assert.equal(
      livePage({ ...job, task: 'plan' }, facts, words),
      '# Tides\n\n**Running**\n\n## Plan\n\nFirst this.\n',
    );
    assert.equal(livePage({ ...job, state: 'lost' }, facts, words), '# Tides\n\n**Running**\n');
  });

  it('shows the pictures that have come, the latest first', () => {
    const facts = liveFacts([
      { kind: 'media', media: 'image', mimeType: 'image/png', data: png },
      { kind: 'media', media: 'image', mimeType: 'image/jpeg', data: '/9j/4AAQ' },
      { kind: 'media', media: 'image', mimeType: 'image/png', uri: 'https://example.org/a.png' },
      { kind: 'media', media: 'audio', mimeType: 'audio/wav', data: 'UklG' },
    ]);
    assert.match(
      page(facts),
      new RegExp(
        `## Pictures\n\n!\\[Figure 2\\]\\(data:image/jpeg;base64,/9j/4AAQ\\)\n\n!\\[Figure 1\\]\\(data:image/png;base64,${png.replaceAll('+', '\\+')}\\)\n`,
      ),
    );
  });

  it('shows nothing in their place that is no picture, or would end the link', () => {
    const broken = [
      { mimeType: 'image/svg+xml', data: 'PHN2Zz4=' },
      { mimeType: 'image/png', data: 'PHN2Zz4=' },
      { mimeType: 'image/png', data: `${png})[click](command:x` },
    ];
    assert.doesNotMatch(page({ pictures: broken }), /Pictures|data:/);
  });

  it('leaves out the earlier ones where all are too much to be written again and again', () => {
    const large = { mimeType: 'image/png', data: `iVBORw0KGg${'A'.repeat(900_000)}` };
    const text = page({ pictures: [large, large, large] });
    assert.match(text, /Figure 3/);
    assert.doesNotMatch(text, /Figure [12]/);

    const half = { mimeType: 'image/png', data: `iVBORw0KGg${'A'.repeat(749_990)}` };
    assert.match(page({ pictures: [half, half] }), /Figure 1/);
    assert.doesNotMatch(page({ pictures: [{ ...half, data: `${half.data}A` }, half] }), /Figure 1/);
  });
});
