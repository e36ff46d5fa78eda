import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { ProbeEditor, ProbeSelection, ProbeTab } from '../launch/probeProtocol';
import { until } from '../launch/until';
import type { Product } from './product';

/** Two functions with lines between them, each with a `var`: two changes when they become `let` and `const`. */
export const twoVars = `export function one(): number {
  var first = 1;
  return first;
}

export const between = true;

export function two(): number {
  var second = 2;
  return second;
}
`;

const whole: ProbeSelection = { anchor: { line: 0, character: 0 }, active: { line: 11, character: 0 } };

/** What a person does with a review, and sees of it. */
export class ReviewHands {
  constructor(private readonly product: Product) {}

  get acceptAll(): Locator {
    return this.product.page.getByRole('button', { name: /^Accept All Changes/ });
  }

  get rejectAll(): Locator {
    return this.product.page.getByRole('button', { name: /^Reject All Changes/ });
  }

  get stop(): Locator {
    return this.product.page.getByRole('button', { name: /^Stop Writing the Proposal/ });
  }

  path(name: string): string {
    return join(this.product.session.workspace, name);
  }

  /** Asks for a refactoring of the lines selected in a file. */
  async refactor(name: string, instruction = 'Use const and let', selection = whole): Promise<void> {
    const { vscode } = this.product.session;
    await vscode.openFile(this.path(name), selection);
    // Not by the palette, which takes its time for each of these tests. The command ends when the box is answered.
    void vscode.executeCommand('geminiInteractions.refactor').catch(() => undefined);
    await this.product.enter('Refactor with Gemini', instruction);
  }

  /** Asks, and waits until its changes can be decided on. */
  async review(name: string, instruction?: string, selection?: ProbeSelection): Promise<void> {
    await this.refactor(name, instruction, selection);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.acceptAll.waitFor();
    await this.focused('proposal');
  }

  /** Waits until the keyboard is in one side of the comparison. */
  async focused(side: 'base' | 'proposal'): Promise<void> {
    const name = side === 'base' ? 'original' : 'modified';
    await this.product.page.locator(`.monaco-diff-editor .editor.${name} .monaco-editor.focused`).waitFor();
  }

  /** The comparison in front. */
  async tab(): Promise<ProbeTab | undefined> {
    const tabs = await this.product.session.vscode.tabs();
    return tabs.find((tab) => tab.isActive && tab.kind === 'diff');
  }

  async closed(): Promise<void> {
    await until('the comparison to close', async () => {
      const tabs = await this.product.session.vscode.tabs();
      return !tabs.some(({ uri }) => uri?.startsWith('gemini-interactions-review:'));
    });
  }

  /** One side of the comparison in front, as VS Code shows it. */
  async side(side: 'base' | 'proposal'): Promise<ProbeEditor> {
    return until(`the ${side} of the comparison`, async () => {
      const editors = await this.product.session.vscode.visibleEditors();
      return editors.find(({ uri }) => uri.startsWith('gemini-interactions-review:') && uri.includes(`/${side}/`));
    });
  }

  async proposal(): Promise<string> {
    return (await this.side('proposal')).text;
  }

  /** Waits until the file has this text in VS Code, saved or not. */
  async fileIs(name: string, text: string): Promise<void> {
    await until(
      `the text of ${name}`,
      async () => (await this.product.session.vscode.documentText(this.path(name))) === text,
    );
  }

  /** Waits for the end of an accept: the code is in front again. */
  async inFront(name: string): Promise<void> {
    await until(`${name} in front`, async () => {
      const editor = await this.product.session.vscode.activeEditor();
      return editor?.uri.startsWith('file:') && editor.uri.endsWith(`/${name}`);
    });
  }

  async proposalIs(text: string): Promise<void> {
    await until('the text of the proposal', async () => (await this.proposal()) === text);
  }

  /** Waits for words that stand behind a line of the proposal and are no text of it. */
  async says(words: string): Promise<void> {
    const marked = this.product.page.locator('.monaco-diff-editor .editor.modified .view-line span');
    const shown = () =>
      marked.evaluateAll((spans) => spans.map((span) => getComputedStyle(span, '::after').content).join(' '));
    await until(`"${words}" in the proposal`, async () => (await shown()).includes(words));
  }

  /** Waits until the draft is saved, so that closing its tab asks nothing. */
  async clean(): Promise<void> {
    await until('the draft to be saved', async () => (await this.tab())?.isDirty === false);
  }

  /** Clicks at a line of the proposal, counted from 1. */
  async clickLine(line: number, button: 'left' | 'right' = 'left'): Promise<void> {
    const editor = this.product.page.locator('.monaco-diff-editor .editor.modified');
    const number = editor.locator('.line-numbers').getByText(String(line), { exact: true }).first();
    // VS Code draws the lines again after a change, and what is found may be gone then.
    const place = await until(`line ${line} on the screen`, async () => {
      const [box, text] = [await number.boundingBox(), await editor.locator('.view-lines').first().boundingBox()];
      return box && text ? { x: text.x + 12, y: box.y + box.height / 2 } : undefined;
    });
    await this.product.page.mouse.click(place.x, place.y, { button });
  }

  /** Opens the menu of a line number of the proposal, and chooses an entry. */
  async chooseAtLineNumber(line: number, entry: string): Promise<void> {
    const numbers = this.product.page.locator('.monaco-diff-editor .editor.modified .line-numbers');
    await numbers.getByText(String(line), { exact: true }).first().click({ button: 'right' });
    await this.choose(entry);
  }

  /** Chooses an entry of the menu that is open. */
  async choose(entry: string): Promise<void> {
    await this.product.chooseInMenu(this.product.menu.getByRole('menuitem', { name: entry }));
  }

  async tidy(): Promise<void> {
    this.product.server.release();
    await this.product.closeEditors();
    await this.product.session.vscode.executeCommand('notifications.clearAll');
  }
}
