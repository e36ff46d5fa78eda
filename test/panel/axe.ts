import { source as axeSource } from 'axe-core';
import type { Page } from 'playwright-core';

export interface AxeFault {
  /** The rule that is broken. */
  readonly id: string;
  /** Each element that breaks it: its HTML, and what axe says about it. */
  readonly nodes: readonly (readonly string[])[];
}

export interface AxeOptions {
  /** Only these rules. */
  readonly rules?: readonly string[];
  /** The page is a part of VS Code's, which has the heading above it. */
  readonly isPart?: boolean;
}

/** The rules that look at colours. */
export const colorRules: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** Brings axe into the page, which `axeFaults` needs. */
export async function prepareAxe(page: Page): Promise<void> {
  await page.evaluate(axeSource);
}

/** What axe finds fault with in the page as it is now. */
export function axeFaults(page: Page, { rules, isPart = false }: AxeOptions = {}): Promise<readonly AxeFault[]> {
  const options = {
    // The policy of the page forbids axe to fetch style sheets.
    preload: false,
    // Nobody reads the selector of each element that axe has looked at, and to find it takes longer than to look.
    selectors: false,
    resultTypes: ['violations'],
    ...(rules && { runOnly: rules }),
    ...(isPart && !rules && { rules: { 'page-has-heading-one': { enabled: false } } }),
  };
  return page.evaluate(`axe.run(${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, any, all, none }) => [html, ...[...any, ...all, ...none].map(({ message }) => message)]),
  })))`);
}
