import assert from 'node:assert/strict';
import type { JsonObject, JsonValue } from '../../src/core/base/json';
import type { AnswerPart } from '../../src/parts/answerPart';
import type { PanelPage } from './panelPage';
import { turn } from './turns';
import { usePanels } from './usePanels';

const text = (words: string): AnswerPart => ({ kind: 'text', text: words });
const call = (tool: string, id: string, given: JsonObject = {}, name = ''): AnswerPart => ({
  kind: 'toolCall',
  step: `${tool}_call`,
  id,
  name,
  arguments: given,
});
const result = (tool: string, callId: string, given: JsonValue, isError = false): AnswerPart => ({
  kind: 'toolResult',
  step: `${tool}_result`,
  callId,
  name: '',
  result: given,
  isError,
});
const callOf = (server: string, name: string): AnswerPart => ({
  kind: 'toolCall',
  step: 'mcp_server_tool_call',
  id: 'a',
  name,
  arguments: {},
  other: { server_name: server },
});
const suggestion =
  '<style>.x{}</style><div class="x"><a href="https://www.google.com/search?q=backoff">backoff</a></div>';

describe('Tools in an answer', () => {
  const open = usePanels();

  async function show(...parts: readonly AnswerPart[]): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([turn({ parts })]);
    return panel;
  }

  async function stream(...parts: readonly AnswerPart[]): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming', parts })]);
    return panel;
  }

  const rows = (panel: PanelPage) => panel.page.locator('.tool > summary .tool-label').allTextContents();
  const body = (panel: PanelPage) => panel.page.locator('.tool-body').first();

  it('say in one row what was done, call and result together', async () => {
    const told: readonly (readonly [string, ...AnswerPart[]])[] = [
      [
        'Searched “retry policy”',
        call('google_search', 'a', { queries: ['retry policy'] }),
        result('google_search', 'a', []),
      ],
      ['Searched “one” (2 queries)', call('google_search', 'a', { queries: ['one', 'two'] })],
      ['Searched the web', result('google_search', 'a', [])],
      [
        'Ran Python',
        call('code_execution', 'a', { language: 'python', code: '1' }),
        result('code_execution', 'a', '1'),
      ],
      ['Read example.com', call('url_context', 'a', { urls: ['https://example.com/x'] })],
      [
        'Read example.com and 1 more',
        call('url_context', 'a', { urls: ['https://example.com/x', 'https://b.example'] }),
      ],
      ['Used look_up', call('function', 'a', { city: 'Rome' }, 'look_up')],
      ['Used weather report', call('weather_report', 'a')],
      ['Used search of tickets', callOf('tickets', 'search')],
      ['Searched Google Maps for “nursery”', call('google_maps', 'a', { queries: ['nursery'] })],
      ['Searched Google Maps for “nursery” (2 queries)', call('google_maps', 'a', { queries: ['nursery', 'quay'] })],
      ['Searched Google Maps', call('google_maps', 'a')],
      ['Looked up “basil”', call('retrieval', 'a', { queries: ['basil'] })],
      ['Looked up “basil” (2 queries)', call('retrieval', 'a', { queries: ['basil', 'mint'] })],
      ['Looked up information', call('retrieval', 'a')],
    ];
    const panel = await open();
    for (const [words, ...parts] of told) {
      await panel.snapshot([turn({ parts })], undefined, words);
      assert.deepEqual(await rows(panel), [words]);
    }
  });

  it('show what a server of the user’s was asked and what it gave back, folded', async () => {
    const asked = call('mcp_server_tool', 'a', { query: 'late', filter: { open: true } }, 'search');
    const panel = await show(asked, result('mcp_server_tool', 'a', { tickets: [{ id: 7 }] }));
    assert.equal(await body(panel).isVisible(), false);

    await panel.page.locator('.tool > summary').click();

    assert.deepEqual(await body(panel).locator('li').allTextContents(), ['query: late', 'filter: {"open":true}']);
    assert.deepEqual(JSON.parse((await body(panel).locator('pre').textContent()) ?? ''), { tickets: [{ id: 7 }] });
  });

  it('show the places that were found, what was looked up, and the titles of files', async () => {
    const opened = async (...parts: readonly AnswerPart[]) => {
      const panel = await show(...parts);
      await panel.page.locator('.tool > summary').click();
      return body(panel);
    };
    const places = [
      { name: 'Canal Nursery', url: 'https://maps.example/?cid=31' },
      { name: 'The quay', url: 'javascript:alert(1)' },
      { place_id: 'unnamed' },
    ];
    const maps = await opened(
      call('google_maps', 'a', { queries: ['nursery', 'quay'] }),
      result('google_maps', 'a', [{ places }]),
    );
    assert.deepEqual(await maps.locator('li').allTextContents(), ['nursery', 'quay', 'Canal Nursery', 'The quay']);
    assert.deepEqual(await maps.getByRole('link').allTextContents(), ['Canal Nursery']);

    const lookUp = await opened(call('retrieval', 'a', { queries: ['basil', 'mint'] }));
    assert.deepEqual(await lookUp.locator('li').allTextContents(), ['basil', 'mint']);

    const found = [{ title: 'suppliers.pdf', text: 'The basil.' }, { text: 'The mint.' }, { title: 'empty.pdf' }, {}];
    const files = await opened(call('file_search', 'a'), result('file_search', 'a', found));
    assert.deepEqual(await files.locator('p, pre').allTextContents(), [
      'suppliers.pdf',
      'The basil.',
      'The mint.',
      'empty.pdf',
    ]);
  });

  it('turn until the result comes, and show that it failed', async () => {
    const panel = await stream(call('google_search', 'a', { queries: ['retry policy'] }));
    assert.deepEqual(await rows(panel), ['Searching “retry policy”']);
    const icon = (name: string) => panel.page.locator(`.tool-head .codicon-${name}`);
    assert.equal(await icon('loading').count(), 1);

    await panel.tell({ type: 'partAdded', turnId: 't1', part: result('google_search', 'a', [], true) });

    assert.deepEqual(await rows(panel), ['Searched “retry policy”']);
    assert.equal(await icon('loading').count(), 0);
    assert.equal(await icon('error').count(), 1);
    assert.equal(await panel.page.locator('summary').filter({ hasText: '(failed)' }).count(), 1);
  });

  it('stop turning when the answer ends without a result', async () => {
    const panel = await stream(call('google_search', 'a', { queries: ['q'] }));

    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'stopped' });

    assert.equal(await panel.page.locator('.codicon-loading').count(), 0);
  });

  it('fold into one row where there are several, which says what goes on', async () => {
    const panel = await stream(call('google_search', 'a', { queries: ['q'] }));
    const head = panel.page.locator('.tools > summary .tool-label');
    assert.equal(await head.isVisible(), false);
    await panel.tell(
      { type: 'partAdded', turnId: 't1', part: result('google_search', 'a', []) },
      { type: 'partAdded', turnId: 't1', part: call('url_context', 'b', { urls: ['https://example.com/x'] }) },
    );
    assert.deepEqual(await head.allTextContents(), ['Reading example.com']);
    assert.equal(await panel.page.locator('.tool').first().isVisible(), false);
    await panel.tell(
      { type: 'partAdded', turnId: 't1', part: result('url_context', 'b', []) },
      { type: 'partAdded', turnId: 't1', part: call('code_execution', 'c', { code: '1', language: 'python' }) },
      { type: 'partAdded', turnId: 't1', part: result('code_execution', 'c', '1') },
      { type: 'partAdded', turnId: 't1', part: text('So.') },
      { type: 'partAdded', turnId: 't1', part: call('google_search', 'd', { queries: ['last'] }) },
    );
    assert.deepEqual(await head.allTextContents(), ['Used 3 tools']);

    await panel.page.locator('.tools > summary').first().click();

    assert.equal(await panel.page.locator('.tool').first().isVisible(), true);
    assert.deepEqual(await rows(panel), ['Searched “q”', 'Read example.com', 'Ran Python', 'Searching “last”']);
  });

  it('bring a result to its call although something stands between them', async () => {
    const panel = await stream(call('google_search', 'a', { queries: ['q'] }), text('Meanwhile.'));

    await panel.tell({ type: 'partAdded', turnId: 't1', part: result('google_search', 'a', []) });

    assert.deepEqual(await rows(panel), ['Searched “q”']);
  });

  it('show the queries as links, and the links of the suggestion without its HTML', async () => {
    const panel = await show(
      call('google_search', 'a', { queries: ['retry policy'] }),
      result('google_search', 'a', [{ search_suggestions: suggestion }]),
    );
    await panel.page.locator('.tool > summary').click();

    assert.deepEqual(await body(panel).getByRole('link').allTextContents(), ['retry policy', 'backoff']);
    await body(panel).getByRole('link', { name: 'retry policy' }).click();
    assert.deepEqual(await panel.postedOf('openLink'), [
      { type: 'openLink', url: 'https://www.google.com/search?q=retry+policy' },
    ]);
    assert.doesNotMatch((await body(panel).textContent()) ?? '', /style|[{}]|search_suggestions/);
  });

  it('show code as a block with its output below, whatever fences are in it', async () => {
    const code = 'print("```")\nprint(2)';
    const panel = await show(
      call('code_execution', 'a', { language: 'python', code }),
      result('code_execution', 'a', '```\n2\n'),
    );
    await panel.page.locator('.tool > summary').click();

    assert.equal(await body(panel).locator('.code-block code').textContent(), code);
    assert.equal(await panel.page.locator('.tool-output').textContent(), '```\n2');
  });

  it('show pages as links, with what went wrong', async () => {
    const panel = await show(
      call('url_context', 'a', { urls: ['https://example.com/a', 'https://example.com/b'] }),
      result('url_context', 'a', [
        { url: 'https://example.com/a', status: 'success' },
        { url: 'https://example.com/b', status: 'paywall' },
      ]),
    );
    await panel.page.locator('.tool > summary').click();

    assert.deepEqual(await body(panel).getByRole('listitem').allTextContents(), [
      'https://example.com/a',
      'https://example.com/b could not be read (paywall)',
    ]);
  });

  it('never show JSON, also of tools that are not known', async () => {
    const panel = await show(
      call('function', 'a', { city: 'Rome', options: { units: ['metric'] } }, 'weather'),
      result('function', 'a', { weather: { sky: 'clear' } }),
    );
    await panel.page.locator('.tool > summary').click();

    assert.deepEqual(await body(panel).getByRole('listitem').allTextContents(), ['city: Rome']);
    assert.doesNotMatch((await body(panel).textContent()) ?? '', /[{}[\]]/);
  });

  it('have their raw data copied by the host', async () => {
    const panel = await show(text('x'), call('google_search', 'a'), result('google_search', 'a', []));
    await panel.page.locator('.tool > summary').focus();
    await panel.page.keyboard.press('Enter');
    await panel.button('Copy Details').waitFor();
    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Enter');

    assert.deepEqual(await panel.postedOf('copyDetails'), [{ type: 'copyDetails', turnId: 't1', part: 1 }]);
    await panel.status.getByText('Copied').waitFor({ state: 'attached' });
  });

  it('keep open what is open while more comes, and show no arguments that are on their way', async () => {
    const panel = await stream(call('function', 'a', {}, 'weather'));
    await panel.page.locator('.tool > summary').click();
    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: '{"city":"Ro' });
    assert.equal(await body(panel).textContent(), 'Copy Details');

    await panel.tell(
      { type: 'partReplaced', turnId: 't1', part: 0, value: call('function', 'a', { city: 'Rome' }, 'weather') },
      { type: 'partAdded', turnId: 't1', part: call('google_search', 'b') },
    );

    assert.equal(await body(panel).getByText('city: Rome').isVisible(), true);
  });
});
