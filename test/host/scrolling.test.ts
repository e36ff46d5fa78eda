import assert from 'node:assert/strict';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

interface View {
  readonly top: number;
  /** From what is in view down to the end, in pixels. */
  readonly gap: number;
}

describe('scrolling in VS Code, with a wheel and keys', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct();
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(() => product.server.release());

  function view(): Promise<View> {
    return product.panel
      .getByRole('region', { name: 'Conversation' })
      .evaluate(({ scrollTop, scrollHeight, clientHeight }) => ({
        top: scrollTop,
        gap: scrollHeight - scrollTop - clientHeight,
      }));
  }

  function untilView(what: string, isMet: (view: View) => boolean): Promise<unknown> {
    return until(what, async () => isMet(await view()));
  }

  /** Asks for a long answer, which stops in its middle, with its newest words in view. */
  async function askForMuch(): Promise<void> {
    product.server.holdAfter(120);
    await product.ask('Write a long essay about rivers');
    await product.server.held();
    await untilView('more than fits', ({ top }) => top > 300);
    await untilView('the end in view', ({ gap }) => gap < 2);
  }

  /** Lets the rest of the answer come, and tells where the view was before and is after that. */
  async function receiveTheRest(): Promise<readonly [View, View]> {
    const before = await view();
    product.server.release();
    await product.answered();
    return [before, await view()];
  }

  async function wheel(pixels: number): Promise<void> {
    const box = await product.panel.getByRole('region', { name: 'Conversation' }).boundingBox();
    assert.ok(box);
    await product.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await product.page.mouse.wheel(0, pixels);
  }

  it('brings a new question to the top', async () => {
    await product.ask('Hello');
    await product.answered();
    product.server.holdAfter(1);
    await product.ask('Hello again');
    await product.server.held();

    await until('the question at the top', async () => {
      const question = await product.messages.nth(2).boundingBox();
      const region = await product.panel.getByRole('region', { name: 'Conversation' }).boundingBox();
      assert.ok(question && region);
      if (Math.abs(question.y - region.y) < 2) return true;
      throw new Error(JSON.stringify({ question, region, ...(await view()) }));
    });
    product.server.release();
    await product.answered();
  });

  it('lets go when the wheel turns up, and follows again from Jump to Latest', async () => {
    await askForMuch();
    await wheel(-200);
    await untilView('the view left the end', ({ gap }) => gap > 100);

    const [before, after] = await receiveTheRest();
    assert.equal(after.top, before.top);
    assert.ok(after.gap > before.gap);
    await product.panel.getByRole('button', { name: 'Jump to Latest' }).click();

    await untilView('the end in view', ({ gap }) => gap < 2);
    assert.equal(await product.panel.getByRole('button', { name: 'Jump to Latest' }).isVisible(), false);
  });

  it('follows again when the wheel has reached the end', async () => {
    await askForMuch();
    await wheel(-200);
    await untilView('the view left the end', ({ gap }) => gap > 100);
    await until('the end', async () => {
      await wheel(400);
      return (await view()).gap < 2;
    });

    const [, after] = await receiveTheRest();

    assert.ok(after.gap < 2, `${after.gap} px from the end`);
  });

  it('lets go at PageUp and follows again at End', async () => {
    await askForMuch();
    await product.page.keyboard.press('Alt+ArrowUp');
    await product.page.keyboard.press('PageUp');
    await untilView('the view left the end', ({ gap }) => gap > 100);
    await product.page.keyboard.press('End');

    await receiveTheRest();

    // What is left of the way up may still take a frame or two of it.
    await untilView('the end in view', ({ gap }) => gap < 2);
  });
});
