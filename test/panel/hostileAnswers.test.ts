import assert from 'node:assert/strict';
import type { AnswerPart, TurnView } from '../../src/protocol';
import { Canary } from './canary';
import { hostileTexts } from './hostileTexts';
import { type PanelPage, usePanels } from './panelPage';
import { ready, turn } from './turns';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** The elements the panel is made of. Anything else would have come out of a text. */
const ownElements = [
  ...'div p pre code span article section details summary button ol ul li a img input textarea'.split(' '),
  ...'h1 h2 h3 h4 h5 h6 blockquote hr br em strong s table thead tbody tr th td'.split(' '),
];

const watcher = `
  window.pwnedTimes = 0;
  window.pwned = () => { window.pwnedTimes += 1; };
  window.foreign = [];
  const own = new Set(${JSON.stringify(ownElements)});
  const look = (element) => {
    if (!own.has(element.localName)) window.foreign.push(element.outerHTML.slice(0, 200));
    for (const { name, value } of element.attributes) {
      const isBad = name.startsWith('on') || ['style', 'srcdoc', 'srcset', 'ping', 'action', 'formaction'].includes(name)
        || (name === 'href' && !/^https?:/.test(value)) || (name === 'src' && !/^data:image\\/(png|jpeg|gif|webp);/.test(value));
      if (isBad) window.foreign.push(name + '=' + value.slice(0, 200));
    }
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) for (const e of [node, ...node.querySelectorAll('*')]) look(e);
    }
  }).observe(document.body, { childList: true, subtree: true });`;

describe('Hostile answers in the panel', function () {
  this.timeout(120_000);
  const open = usePanels();
  let canary: Canary;
  let texts: readonly string[];

  before(async () => {
    canary = await Canary.start();
    texts = hostileTexts(canary.address);
    assert.ok(texts.length >= 60);
    console.log(`      ${texts.length} texts, seed ${seed}`);
  });
  after(() => canary.stop());

  async function openWatched(): Promise<{ readonly panel: PanelPage; readonly check: () => Promise<void> }> {
    const panel = await open();
    const surprises: string[] = [];
    await panel.page.evaluate(watcher);
    panel.page.on('dialog', (dialog) => {
      surprises.push(dialog.message());
      void dialog.dismiss();
    });
    panel.page.on('framenavigated', (frame) => surprises.push(`went to ${frame.url()}`));
    panel.page.on('frameattached', () => surprises.push('a frame'));
    panel.page.on('popup', () => surprises.push('a window'));
    panel.page.on('worker', () => surprises.push('a worker'));
    const check = async () => {
      await panel.page.evaluate(`document.querySelectorAll('details').forEach((d) => { d.open = true; })`);
      await panel.until('document.images.length === [...document.images].filter((i) => i.complete).length');
      assert.equal(await panel.page.evaluate('window.pwnedTimes'), 0);
      assert.deepEqual(await panel.page.evaluate('window.foreign'), []);
      assert.equal(await panel.page.evaluate('document.querySelectorAll("head > *").length'), 7);
      assert.deepEqual(surprises, []);
      canary.assertUnasked();
      assert.equal(canary.connections, 0);
    };
    return { panel, check };
  }

  it('are text when they come whole, wherever they come', async () => {
    const { panel, check } = await openWatched();

    for (const [at, text] of texts.entries()) {
      await panel.snapshot([everywhere(`${at} ${text}`, text)], { ...ready, model: text, notice: text }, text);
      assert.deepEqual(await panel.page.locator('.answer-body > details > pre').allTextContents(), [text, text]);
      assert.equal(await panel.page.locator('.prompt').textContent(), text);
    }

    await panel.snapshot(texts.slice(0, 60).map((text, at) => everywhere(String(at), text)));
    await check();
    assert.equal(await panel.page.getByRole('article').count(), 120);
  });

  it('are text when they come in pieces cut anywhere', async () => {
    const { panel, check } = await openWatched();
    const random = randomNumbers(seed);
    await panel.snapshot();

    for (const [at, text] of texts.entries()) {
      const turnId = `t${at}`;
      await panel.tell({ type: 'turnAdded', turn: turn({ id: turnId, status: 'streaming' }) });
      const kinds = ['text', 'thought', 'unknown', 'tool'] as const;
      for (const kind of kinds) {
        const part: AnswerPart = kind === 'tool' ? { kind, step: text, text: '' } : { kind, text: '' };
        await panel.tell({ type: 'partAdded', turnId, part });
      }
      const grown = cuts(text, random).flatMap((cut) =>
        kinds.map((_, part) => ({ type: 'partGrew', turnId, part, text: cut }) as const),
      );
      await panel.tell(...grown);
      const raw = panel.page.locator('.message:last-child .answer-body > details > pre');
      assert.deepEqual(await raw.allTextContents(), [text, text]);
      await panel.tell({ type: 'turnChanged', turnId, status: 'done' });
    }

    await check();
    assert.equal((await panel.postedOf('ready')).length, 1);
  });

  it('cannot make the page lose its way by messages that are no facts', async () => {
    const { panel, check } = await openWatched();
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text: 'before' }] })]);
    const before = await panel.page.locator('#app').innerHTML();

    await panel.page.evaluate(`for (const data of [
      null, undefined, 1, 'snapshot', [], {}, { type: 'snapshot' }, { type: '__proto__' }, { type: 'constructor' },
      { type: 'snapshot', revision: 9, chatId: 'x', turns: [null], state: { key: 'present', model: '' } },
      { type: 'partGrew', revision: 2, turnId: 't1', part: 0, text: { toString: 1 } },
      { type: 'partAdded', revision: 2, turnId: 't1', part: { kind: 'script', text: 'x' } },
      { type: 'turnChanged', revision: 2, turnId: 't1', status: 'pwned' },
      { type: 'stateChanged', revision: 2, state: null }, { type: 'promptReturned' },
    ]) window.dispatchEvent(new MessageEvent('message', { data, source: window, origin: window.origin }));
    const forged = { type: 'snapshot', revision: 2, chatId: 'x', turns: [], state: { key: 'missing', model: 'm' } };
    for (const from of [
      { origin: 'https://evil.test', source: window }, { origin: 'null', source: window }, { source: window }, {},
    ]) window.dispatchEvent(new MessageEvent('message', { data: forged, ...from }));`);

    assert.equal(await panel.page.locator('#app').innerHTML(), before);
    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: ' and after' });
    assert.equal(await panel.page.locator('.text').textContent(), 'before and after');
    assert.equal((await panel.postedOf('ready')).length, 1);
    await check();
  });
});

/** One turn with the text in every place that shows one. */
function everywhere(id: string, text: string): TurnView {
  return turn({
    id,
    prompt: text,
    attachments: [{ id: text, label: text }],
    parts: [
      { kind: 'text', text },
      { kind: 'thought', text },
      { kind: 'tool', step: text, text },
      { kind: 'unknown', text },
      { kind: 'media', media: 'image', mimeType: text, data: text },
      { kind: 'media', media: 'image', mimeType: 'image/png', data: text },
      { kind: 'media', media: 'video', mimeType: text },
      {
        kind: 'sources',
        sources: [
          { title: text, url: text },
          { title: text, url: `https://example.test/${text}` },
        ],
      },
    ],
    status: 'failed',
    failure: { message: text, action: { id: 'retry', label: text } },
    note: text,
  });
}

/** The text in pieces, some of them in the middle of what would be a tag. Long ones in fewer. */
function cuts(text: string, random: () => number): readonly string[] {
  const pieces: string[] = [];
  const longest = Math.max(8, text.length / 6);
  for (let from = 0; from < text.length; ) {
    const to = from + 1 + Math.floor(random() * longest);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

function randomNumbers(from: number): () => number {
  let state = from;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
