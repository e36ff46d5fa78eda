import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** What VS Code says where an extension uses what only its own extensions may, in a manifest or by a call. */
const refusal = /proposed menu identifier|API proposal/i;

/** What VS Code has refused to extensions in a window, from its beginning on. */
export class RefusedProposals {
  readonly #said: string[] = [];

  private constructor(private readonly logs: string) {}

  /** `logs` is the folder of VS Code's logs, which has what the extension host says. */
  static async follow(page: Page, logs: string): Promise<RefusedProposals> {
    const refused = new RefusedProposals(logs);
    const session = await page.context().newCDPSession(page);
    session.on('Runtime.consoleAPICalled', ({ args }) => {
      const text = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ');
      if (refusal.test(text)) refused.#said.push(text);
    });
    // The console tells again what was said before.
    await session.send('Runtime.enable');
    return refused;
  }

  /** In the words of VS Code, with the name of the extension. */
  async all(): Promise<readonly string[]> {
    const found = [...this.#said];
    for (const entry of await readdir(this.logs, { recursive: true, withFileTypes: true }).catch(() => [])) {
      if (!entry.isFile()) continue;
      const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
      found.push(...text.split('\n').filter((line) => refusal.test(line)));
    }
    return found;
  }
}
