import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import { gitEnvironment } from './gitRepository';
import { Product } from './product';

// Put together, so that no scanner takes it for one.
const secret = ['gh', 'p_', 'Zk9bQ2xWv7RtY4nM1pLs8dHc6JfGaXe3UoTi'].join('');
describe('terminals in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await Product.openWithKey(
      {},
      {
        env: gitEnvironment,
        // A prompt that is the same on every machine, where the shell looks for it.
        workspaceFiles: { 'home/.bashrc': "PS1='ready$ '\n" },
        settings: {
          // Draws the text as elements, where a test can read it.
          'terminal.integrated.gpuAcceleration': 'off',
          'terminal.integrated.defaultProfile.linux': 'bash',
          'terminal.integrated.env.linux': { HOME: '$' + '{workspaceFolder}/home' },
        },
      },
    );
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    product.server.release();
    await product.clearNotifications();
    await product.session.vscode.executeCommand('workbench.action.terminal.killAll');
    await product.session.vscode.executeCommand('workbench.action.closeAllEditors');
  });

  const rows = () => product.page.locator('.terminal-wrapper.active .xterm-rows > div').allInnerTexts();
  const screen = async () =>
    (await rows())
      .map((row) => row.replaceAll('\u00A0', ' ').trimEnd())
      .filter((row) => row !== '')
      .join('\n');
  const shows = (text: RegExp) => until(`${text} in the terminal`, async () => text.test(await screen()));
  const fix = () => product.session.runCommand('Gemini: Fix Last Terminal Command');
  const sent = () => JSON.stringify(product.createRequests.at(-1)?.body ?? {});
  const atPrompt = (text = '') => new RegExp(`ready\\$${text === '' ? '' : ` ${text}`}$`);

  async function open(): Promise<void> {
    await product.session.runCommand('Terminal: Create New Terminal');
    await shows(atPrompt());
  }

  async function mention(): Promise<void> {
    await product.focusComposer();
    await product.composer.pressSequentially('@');
    await product.page.locator('.quick-input-title').getByText('Add Context', { exact: true }).waitFor();
    await product.page.keyboard.type('terminal');
  }

  async function openWatched(): Promise<void> {
    await open();
    await until(
      'the shell integration',
      async () => (await product.session.vscode.activeTerminal())?.hasShellIntegration,
    );
  }

  /** Types a line and runs it. Resolves when the prompt is back. */
  async function run(line: string): Promise<void> {
    const before = await screen();
    await product.session.vscode.executeCommand('workbench.action.terminal.focus');
    await product.page.keyboard.type(line);
    await product.page.keyboard.press('Enter');
    await until('the next prompt', async () => {
      const now = await screen();
      return now !== before && atPrompt().test(now);
    });
  }

  async function offersFix(): Promise<boolean> {
    await product.page.locator('.terminal-wrapper.active .xterm-screen').click({ button: 'right' });
    const menu = product.page.locator('.context-view .monaco-menu');
    await menu.getByRole('menuitem', { name: 'Kill Terminal' }).waitFor();
    const count = await menu.getByRole('menuitem', { name: 'Fix Last Terminal Command' }).count();
    await product.page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    return count > 0;
  }

  it('puts a fix of the last command at the prompt, and runs nothing', async () => {
    await openWatched();
    await run('ls no-such-file');
    assert.equal(await product.page.locator('.notification-toast').count(), 0);
    product.server.answerNext({ text: '```sh\ntouch made\n```\n\nMakes the file that was missing.' });

    await fix();

    await product.notification('At the prompt, not run yet. Makes the file that was missing.').waitFor();
    await shows(atPrompt('touch made'));
    const made = join(product.session.workspace, 'made');
    assert.ok(!existsSync(made));
    const body = sent();
    for (const said of [
      'ls no-such-file',
      'It ended with exit code 2',
      'Shell: bash. Folder: workspace.',
      '"store":false',
    ]) {
      assert.ok(body.includes(said), said);
    }
    // Fast commands are sometimes read without their output: then that is said.
    assert.match(body, /No such file or directory|output could not be read/);

    await product.session.vscode.executeCommand('workbench.action.terminal.focus');
    await product.page.keyboard.press('Enter');
    await until('the file', () => existsSync(made));
  });

  it('is offered in the menu of the terminal only after a command that failed', async () => {
    await openWatched();
    await run('true');
    assert.equal(await offersFix(), false);
    await run('false');
    await until('the offer', offersFix);
    await run('true');
    await until('the end of the offer', async () => !(await offersFix()));

    await fix();
    await product.notification('The last command in this terminal did not fail.').waitFor();
  });

  it('shows a fix of several lines and puts nothing at the prompt', async () => {
    await openWatched();
    await run('false');
    product.server.answerNext({ text: '```sh\ntouch one\ntouch two\n```\nMakes both.' });

    await fix();

    await product
      .notification(
        'The fix has several lines, and a terminal would run each at once. Nothing was put at the prompt. Makes both.',
      )
      .waitFor();
    assert.equal((await product.session.vscode.activeEditor())?.text, 'touch one\ntouch two\n');
    assert.match(await screen(), atPrompt());
    assert.ok(!existsSync(join(product.session.workspace, 'one')));
  });

  it('puts no characters at the prompt that do not show', async () => {
    await openWatched();
    await run('false');
    product.server.answerNext({ text: '```sh\nls \u001B[2J\n```\nLists.' });

    await fix();

    await product.notification('has invisible characters').waitFor();
    assert.equal((await product.session.vscode.activeEditor())?.text, 'ls \\u{1b}[2J\n');
    assert.match(await screen(), atPrompt());
  });

  it('does not type into a program that runs by then', async () => {
    await openWatched();
    await run('false');
    product.server.holdAfter(0);
    await fix();
    await product.server.held();
    await product.session.vscode.executeCommand('workbench.action.terminal.focus');
    await product.page.keyboard.type('cat');
    await product.page.keyboard.press('Enter');
    await shows(/cat$/);
    // Extensions hear of it later than the screen shows it.
    await until('the program', async () => (await product.session.vscode.activeTerminal())?.runsProgram);

    product.server.release();

    await product.notification('Something is running in the terminal.').waitFor();
    assert.match(await screen(), /cat$/);
  });

  it('sends no secret of a terminal without a yes', async () => {
    await openWatched();
    await run(`false ${secret}`);

    await fix();
    await product.dialog.getByText('The command in the terminal: a token or key').waitFor();
    await product.dialog.getByRole('button', { name: 'Leave These Out' }).click();

    await product.notification('At the prompt').waitFor();
    assert.match(sent(), /false \[secret left out\]/);
    assert.ok(!sent().includes(secret));
  });

  it('explains what is selected, in the chat, and gives the clipboard back', async () => {
    await openWatched();
    await run('echo fatal: the shop is closed');
    await product.session.vscode.setClipboard('from before');
    await product.session.vscode.executeCommand('workbench.action.terminal.selectAll');

    await product.session.runCommand('Gemini: Explain Terminal Selection');

    await product.messages.nth(1).waitFor();
    await product.answered();
    await product.lastAnswer.getByText('output from a terminal').waitFor();
    await product.lastAnswer.getByText('fatal: the shop is closed').first().waitFor();
    assert.match(sent(), /Explain this output of a terminal[\s\S]*fatal: the shop is closed/);
    assert.equal(await product.session.vscode.readClipboard(), 'from before');
  });

  it('asks for a selection where there is none, and keeps the clipboard', async () => {
    await openWatched();
    await product.session.vscode.setClipboard('from before');
    const before = product.createRequests.length;

    await product.session.runCommand('Gemini: Explain Terminal Selection');

    await product.notification('Select the text to explain in the terminal first.').waitFor();
    assert.equal(await product.session.vscode.readClipboard(), 'from before');
    assert.equal(product.createRequests.length, before);
  });

  it('go along with a question as the last command with its output, without what looks like a secret', async () => {
    const row = (text: string) => product.quickInput.getByRole('option').filter({ hasText: text }).first();
    const chip = product.panel.getByRole('listitem').filter({ hasText: 'Terminal: ' });
    await mention();
    await row('No terminal is open.').click();
    await product.notification('No terminal is open.').waitFor();
    assert.equal(await chip.count(), 0);
    await product.composer.fill('');

    await openWatched();
    // It waits for a line, so that VS Code has begun to read when it goes on. Fast commands are read without their output.
    const script = `echo "which plant?"; read plant; echo "watered the $plant"; echo "key ${secret}"; exit 4\n`;
    await writeFile(join(product.session.workspace, 'mentioned.sh'), script);
    await product.session.vscode.executeCommand('workbench.action.terminal.focus');
    await product.page.keyboard.type('bash mentioned.sh');
    await product.page.keyboard.press('Enter');
    await shows(/which plant\?/);
    await run('basil');
    await mention();
    await row('bash mentioned.sh').click();
    await product.dialog.getByRole('button', { name: 'Leave These Out' }).click();
    await chip.waitFor();
    assert.equal(await product.composer.inputValue(), '');
    await product.ask('What happened?');
    await product.answered();
    assert.match(sent(), /watered the basil.*\[exit code 4\]/);
    assert.ok(!sent().includes(secret));
  });

  it('goes by the selection where the shell does not tell what runs', async () => {
    await product.session.vscode.updateConfiguration('terminal.integrated.shellIntegration.enabled', false);
    await open();
    await run('git statsu');
    assert.equal((await product.session.vscode.activeTerminal())?.hasShellIntegration, false);
    await fix();
    await product.notification('This terminal doesn’t report its commands.').waitFor();

    await product.session.vscode.executeCommand('workbench.action.terminal.selectAll');
    await fix();

    await product.notification('At the prompt, not run yet. Runs the git command').waitFor();
    await shows(atPrompt('git status'));
    assert.match(sent(), /From the terminal:[\s\S]*git statsu/);
    assert.doesNotMatch(sent(), /exit code/);
    await product.session.vscode.updateConfiguration('terminal.integrated.shellIntegration.enabled', undefined);
  });
});
