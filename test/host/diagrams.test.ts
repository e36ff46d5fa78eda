import assert from 'node:assert/strict';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

const answer = `The way of a request:

\`\`\`mermaid
flowchart TD
    A[Request] --> B{Cached?}
    B -->|yes| C[Answer]
    B -->|no| D[(Database)] --> C
\`\`\`

And the plan:

\`\`\`mermaid
gantt
    title Plan
    section Work
    Build :a1, 2026-01-01, 3d
\`\`\`
`;

describe('diagrams of answers in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct();
    product.server.answerNext({ text: answer });
    await product.ask('Draw the way of a request');
    await product.answered();
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);

  const picture = () => product.panel.getByRole('img', { name: 'Diagram: flowchart. Its source can be shown.' });
  const button = (name: string) => product.panel.getByRole('button', { name, exact: true });

  it('are pictures, and show their source', async () => {
    await picture().waitFor();
    assert.ok(await picture().evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 100));

    await button('Show Source').press('Enter');
    await product.panel.getByText('A[Request] --> B{Cached?}').waitFor();
    assert.equal(await picture().count(), 0);
    await button('Show Diagram').press('Enter');
    await picture().waitFor();
  });

  it('that cannot be drawn here are code, and every one opens in the preview', async () => {
    await product.panel.getByText('title Plan').waitFor();
    const diagrams = [
      { block: 0, words: 'Cached?' },
      { block: 1, words: 'Build' },
    ];
    for (const { block, words } of diagrams) {
      await button('Open Diagram').nth(block).press('Enter');
      await until(`the diagram with ${words} in the preview`, async () => {
        const drawn = product.page.frames().map((frame) => frame.locator('.mermaid svg', { hasText: words }).count());
        return (await Promise.all(drawn.map((count) => count.catch(() => 0)))).some((count) => count > 0);
      });
    }
    const tabs = await product.session.vscode.tabs();
    assert.deepEqual(
      tabs.map(({ label }) => label),
      ['Preview Diagram.md'],
    );
  });
});
