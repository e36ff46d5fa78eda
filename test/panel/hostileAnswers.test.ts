import assert from 'node:assert/strict';
import type { AnswerPart } from '../../src/parts/answerPart';
import type { TurnView } from '../../src/protocol/chat';
import { everyday, isFullRun, runSeed } from '../budget';
import { CanaryServer } from './canaryServer';
import { noticeForeignElements } from './foreignElements';
import { hostileAddresses } from './hostileAddresses';
import { hostileCode } from './hostileCode';
import { hostileMarkdown } from './hostileMarkdown';
import { hostileTexts } from './hostileTexts';
import type { Fact, PanelPage } from './panelPage';
import { cited, ready, turn } from './turns';
import { usePanels } from './usePanels';

const seed = runSeed;
/** Longer ones come in pieces up to here only, or minutes go by. */
const longestInPieces = isFullRun ? Number.POSITIVE_INFINITY : 60_000;

describe('Hostile answers in the panel', function () {
  // A full run tries all of them in pieces, which takes three minutes where nothing else runs.
  this.timeout(isFullRun ? 600_000 : 240_000);
  const open = usePanels();
  let canary: CanaryServer;
  /** Every text there is. */
  let texts: readonly string[];
  /** Those that this run tries whole: each attack, and some of what is the same attack by other names or at a size. */
  let whole: readonly string[];

  before(async () => {
    canary = await CanaryServer.start();
    const { address } = canary;
    const attacks = [...hostileTexts(address), ...hostileMarkdown(address)];
    const [addresses, code] = [hostileAddresses(address), hostileCode()];
    texts = [...attacks, ...addresses, ...code];
    assert.ok(texts.length >= 150);
    const large = attacks.filter((text) => !isShort(text));
    whole = [...attacks.filter(isShort), ...everyday(large, 5), ...everyday(addresses, 20), ...everyday(code, 5)];
    console.log(`      ${texts.length} texts, ${whole.length} of them whole, seed ${seed}`);
  });
  after(() => canary.stop());

  async function openWatched(): Promise<{ readonly panel: PanelPage; readonly check: () => Promise<void> }> {
    const panel = await open();
    panel.isForOneTest = true;
    const surprises: string[] = [];
    await panel.page.evaluate(noticeForeignElements);
    panel.page.on('dialog', (dialog) => {
      surprises.push(dialog.message());
      void dialog.dismiss();
    });
    panel.page.on('framenavigated', (frame) => surprises.push(`went to ${frame.url()}`));
    panel.page.on('frameattached', () => surprises.push('a frame'));
    panel.page.on('popup', () => surprises.push('a window'));
    panel.page.on('worker', () => surprises.push('a worker'));
    const check = async () => {
      await panel.page.evaluate(openAll);
      await panel.until('document.images.length === [...document.images].filter((i) => i.complete).length');
      assert.equal(await panel.page.evaluate('window.pwnedTimes'), 0);
      assert.deepEqual(await panel.page.evaluate('window.foreign'), []);
      assert.equal(await panel.page.evaluate('document.querySelectorAll("head > *").length'), 8);
      assert.deepEqual(surprises, []);
      canary.assertUnasked();
      assert.equal(canary.connections, 0);
    };
    return { panel, check };
  }

  it('are text when they come whole, wherever they come', async () => {
    const { panel, check } = await openWatched();

    for (const [at, text] of whole.entries()) {
      const name = text.slice(0, longChars);
      await panel.snapshot([everywhere(`${at} ${name}`, text)], { ...ready, model: name, notice: name }, name);
      const hasOutput = text.length <= longChars && text.trim() !== '';
      const shown = await panel.page.evaluate<ShownText>(readText(hasOutput));
      assert.deepEqual(shown.unknown, [text]);
      if (hasOutput) assert.equal(shown.output, text.replace(/\n$/, ''));
      assert.equal(shown.prompt, text);
    }

    const short = whole.filter(isShort);
    await panel.snapshot(short.map((text, at) => everywhere(String(at), text)));
    await check();
    assert.equal(await panel.page.getByRole('article').count(), short.length * 2);
  });

  it('stay text when they are streamed in arbitrary chunks', async () => {
    const { panel, check } = await openWatched();
    const random = randomNumbers(seed);
    await panel.snapshot();

    const tried = everyday(texts, 24, seed).map((text) => text.slice(0, longestInPieces));
    for (const batch of batches(tried)) {
      const grown = batch.map((text) => cuts(text, random));
      const longest = Math.max(...grown.map(({ length }) => length));
      const rounds = Array.from({ length: longest }, (_, round) =>
        grown.flatMap((pieces, at) => growths(String(at), pieces[round] ?? '')),
      );
      await panel.tell(...batch.flatMap((text, at) => beginnings(String(at), text)));
      await panel.tellInFrames(rounds);
      await panel.tellInFrames([
        batch.map((_, at) => ({ type: 'turnChanged', turnId: String(at), status: 'done' }) as const),
      ]);
      assert.equal(await panel.page.locator('details.tool').count(), batch.length);
      await panel.snapshot();
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
    const forged = { type: 'snapshot', revision: 2, chatId: 'x', turns: [], state: {} };
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

const openAll = `document.querySelectorAll('details').forEach((d) => { d.open = true; })`;

/** What the page shows of one text: as what is of no known kind, as what a tool gave back, and as the question. */
interface ShownText {
  readonly unknown: readonly string[];
  readonly output?: string;
  readonly prompt?: string;
}

/** A look at all of that in one go. What a tool gave back is made when it is opened; it is waited for where there is some. */
function readText(hasOutput: boolean): string {
  return `(async () => {
    document.querySelector('details.tool').open = true;
    const textOf = (selector) => document.querySelector(selector)?.textContent;
    const end = performance.now() + 15_000;
    while (${hasOutput} && textOf('.tool-output') === undefined && performance.now() < end) {
      await new Promise(requestAnimationFrame);
    }
    const unknown = Array.from(document.querySelectorAll('.answer-body > details > pre'), (pre) => pre.textContent);
    return { unknown, output: textOf('.tool-output'), prompt: textOf('.prompt') };
  })()`;
}

/** Others take so long that each of them stands alone. */
const isShort = ({ length }: string) => length < 10_000;

/** Longer texts are tried in fewer places, so that the test has an end. */
const longChars = 50_000;

function toolResult(step: string, text: string): AnswerPart {
  return { kind: 'toolResult', step, callId: text, name: '', result: text, isError: false };
}

/** One turn with the text in every place that shows one. */
function everywhere(id: string, text: string): TurnView {
  if (text.length > longChars) {
    const parts: readonly AnswerPart[] = [
      { kind: 'text', text },
      { kind: 'thought', text },
      toolResult('google_search_result', text),
      { kind: 'unknown', text },
    ];
    return turn({ id, prompt: text, parts });
  }
  return turn({
    id,
    prompt: text,
    attachments: [{ id: text, label: text }],
    parts: [
      { kind: 'text', text },
      { kind: 'thought', text },
      toolResult(text, text),
      { kind: 'unknown', text },
      { kind: 'media', media: 'image', mimeType: text, kept: {} },
      { kind: 'media', media: 'audio', mimeType: text, kept: {} },
      { kind: 'media', media: 'video', mimeType: text },
      {
        kind: 'text',
        text: '',
        citations: [cited(0, 1, text, text), cited(0, 1, text, `https://example.test/${text}`)],
      },
    ],
    status: 'failed',
    failure: { message: text, action: { id: 'retry', label: text } },
    note: text,
  });
}

const growing = ['text', 'thought', 'toolCall'] as const;

/** A turn with all parts that grow, none of which says anything yet. */
function beginnings(turnId: string, text: string): readonly Fact[] {
  const parts = growing.map(
    (kind): AnswerPart =>
      kind === 'toolCall' ? { kind, step: text, id: text, name: '', arguments: {} } : { kind, text: '' },
  );
  return [
    { type: 'turnAdded', turn: turn({ id: turnId, status: 'streaming' }) },
    ...parts.map((part) => ({ type: 'partAdded', turnId, part }) as const),
  ];
}

function growths(turnId: string, text: string): readonly Fact[] {
  if (text === '') return [];
  return growing.map((_, part) => ({ type: 'partGrew', turnId, part, text }) as const);
}

/** This many together that it takes no long time, and by itself what takes long already. */
function batches(texts: readonly string[]): readonly (readonly string[])[] {
  const short = texts.filter(isShort);
  const all: (readonly string[])[] = texts.filter((text) => !isShort(text)).map((text) => [text]);
  for (let at = 0; at < short.length; at += 12) all.push(short.slice(at, at + 12));
  return all;
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
