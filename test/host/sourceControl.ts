import type { Locator } from 'playwright-core';
import { until } from '../launch/until';
import type { GitRepository } from './gitRepository';
import type { Product } from './product';

/** The Source Control view and the hands of a person in it. */
export class SourceControl {
  constructor(private readonly product: Product) {}

  /** Has VS Code open a repository, as it does with one in the folder that it opens, and shows the view. */
  async open(repository: GitRepository): Promise<void> {
    const { vscode } = this.product.session;
    await vscode.executeCommand('git.openRepository', repository.folder);
    await until('the repository', async () => (await this.text(repository)) !== undefined);
    await vscode.executeCommand('workbench.view.scm');
  }

  /** The text in the message box. Undefined: VS Code has not opened the repository. */
  text(repository: GitRepository): Promise<string | undefined> {
    return this.product.session.vscode.messageBox(repository.folder);
  }

  async becomes(repository: GitRepository, text: string): Promise<void> {
    await until(`“${text}” in the message box`, async () => (await this.text(repository)) === text);
  }

  /** Replaces the text of the only repository's box by keyboard. */
  async type(repository: GitRepository, text: string): Promise<void> {
    const { keyboard, mouse } = this.product.page;
    // The hint of a button that the mouse is still on may lie over the box.
    await mouse.move(700, 700);
    await this.product.page.locator('.scm-editor .view-lines').first().click();
    await keyboard.press('Control+a');
    await keyboard.press('Delete');
    if (text !== '') await keyboard.type(text);
    await this.becomes(repository, text);
  }

  /** A button in the title bar of the only repository. */
  titleButton(name: string): Locator {
    return this.product.page
      .getByRole('toolbar', { name: 'Changes actions' })
      .getByRole('button', { name, exact: true });
  }

  /** Runs the command by the palette. */
  async generate(): Promise<void> {
    await this.product.session.runCommand('Gemini: Generate Commit Message');
  }

  /** The last request. */
  get sent(): string {
    return JSON.stringify(this.product.createRequests.at(-1)?.body ?? {});
  }
}
