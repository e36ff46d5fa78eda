import type { Product } from './product';

/** Keeps a picture of the window of every test that failed. */
export function keepPicturesOfFailures(product: () => Product | undefined): void {
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state === 'failed') await product()?.session.screenshot(test.fullTitle());
  });
}
