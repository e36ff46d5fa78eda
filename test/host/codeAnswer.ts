import { factAfter } from './panelMessages';
import type { Product } from './product';

/** The file that the answer wants to change. */
export const basket = `export class Basket {
  total(prices: number[]): number {
    return 0;
  }
}
`;
/** One block of code of each kind. */
const answer = `Change **src/basket.ts**:

\`\`\`ts
total(prices: readonly number[]): number {
  return prices.reduce((sum, price) => sum + price, 0);
}
\`\`\`

- and add

  \`\`\`json title="data/new.json"
  { "a": 1 }
  \`\`\`

Then run

\`\`\`sh
touch ran-by-itself
touch ran-by-itself-too
\`\`\`

\`\`\`js
one();
two();
\`\`\`

\`\`\`js title="../outside.js"
outside();
\`\`\`

The method is at \`src/basket.ts:2\`, not in \`src/gone.ts\`.
`;

/** What a workspace needs for the answer to fit. */
export const codeFiles: Readonly<Record<string, string>> = { 'src/basket.ts': basket, 'notes.txt': 'a\nb\n' };

/** Has the answer come, and gives the id of its turn. */
export async function askForCode(product: Product): Promise<string> {
  product.server.answerNext({ text: answer });
  await product.ask('Sum the prices');
  await product.answered();
  const { turns } = await factAfter(product, { type: 'ready' }, 'snapshot');
  return turns.at(-1)?.id ?? '';
}

/** Presses a button of a block of code, as the keyboard does. */
export async function pressCodeButton(product: Product, block: number, name: string): Promise<void> {
  const toolbar = product.panel.getByRole('toolbar', { name: 'Code', exact: true }).nth(block);
  await toolbar.getByRole('button', { name, exact: true }).press('Enter');
}
