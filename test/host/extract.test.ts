import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { ProbeEditor, ProbeSelection } from '../launch/probeProtocol';
import { until } from '../launch/until';
import { isRecord } from '../server/wire';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

const types = `/** What a customer wants. */
export interface Order {
  customer: string;
  lines: Line[];
  urgent?: boolean;
}

interface Line {
  /** As in the price list. */
  plant: string;
  count: number;
}

export interface Invoice {
  total: number;
}
`;
const files = {
  'types.ts': types,
  'letter.txt': 'Dear shop,\nplease send two roses.\nYours, Ada\n',
  'other.txt': 'Five tulips for Ben.\n',
  'flat.schema.json': JSON.stringify({
    type: 'object',
    properties: { name: { type: 'string' }, count: { type: 'integer' } },
    required: ['name', 'count'],
  }),
};
const cursor = (line: number): ProbeSelection => ({ anchor: { line, character: 3 }, active: { line, character: 3 } });

describe('data as JSON that fits a schema', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct({}, files);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    await product.closeEditors();
    await product.clearNotifications();
    await product.session.vscode.setClipboard('');
  });

  const open = (name: string, selection?: ProbeSelection) =>
    product.session.vscode.openFile(join(product.session.workspace, name), selection);
  const body = (at: number) => JSON.stringify(product.createRequests.at(at)?.body);
  const schemaSent = () => {
    const request = product.createRequests.at(-1)?.body;
    const format = isRecord(request) ? request.response_format : undefined;
    return isRecord(format) ? format.schema : undefined;
  };
  const inExplorer = (name: string) => product.page.locator('.explorer-folders-view').getByText(name, { exact: true });

  /** The document that was made, once it has no more to come. */
  async function extracted(words: string | RegExp): Promise<ProbeEditor> {
    await product.notification(words).waitFor();
    const editor = await product.session.vscode.activeEditor();
    assert.ok(editor);
    assert.match(editor.uri, /^untitled:/);
    return editor;
  }

  async function chooseInExplorer(name: string): Promise<void> {
    await inExplorer(name).click({ button: 'right' });
    const menu = product.page.locator('.context-view .monaco-menu');
    await product.chooseInMenu(menu.getByRole('menuitem', { name: 'Extract as JSON…', exact: true }));
  }

  /** The list is there before its rows, which come from files and the clipboard. */
  const chooseSchema = (schema: string) => product.quickInput.getByRole('option').filter({ hasText: schema }).click();

  async function extractLetter(): Promise<void> {
    await open('letter.txt');
    await product.session.runCommand('Gemini: Extract as JSON…');
    await chooseSchema('flat.schema.json');
  }

  it('of a file that is clicked, by the TypeScript type at the cursor', async () => {
    await product.session.vscode.executeCommand('workbench.view.explorer');
    await open('types.ts', cursor(3));
    await chooseInExplorer('letter.txt');
    await chooseSchema('The type at the cursor');

    const { text, languageId } = await extracted('The JSON fits the schema.');
    assert.equal(languageId, 'json');
    const order: unknown = JSON.parse(text);
    assert.ok(isRecord(order) && Array.isArray(order.lines));
    assert.deepEqual(Object.keys(order), ['customer', 'lines', 'urgent']);
    assert.match(text, /^ {2}"customer": "/m);
    assert.match(body(-1), /please send two roses/);
    assert.match(body(-1), /"description":"As in the price list\."/);
    assert.doesNotMatch(body(-1), /Invoice/);
  });

  it('of what is selected, by a sample in the clipboard', async () => {
    await product.session.vscode.setClipboard('{ "customer": "Eve", "count": 3, "note": null }');
    await open('letter.txt', { anchor: { line: 1, character: 0 }, active: { line: 2, character: 0 } });
    await product.session.runCommand('Gemini: Extract as JSON…');
    await chooseSchema('JSON in the Clipboard');

    const { text } = await extracted('The JSON fits the schema.');
    assert.equal(JSON.parse(text).count, 1);
    assert.deepEqual(schemaSent(), {
      type: 'object',
      properties: { customer: { type: 'string' }, count: { type: 'integer' }, note: { type: 'null' } },
      required: ['customer', 'count', 'note'],
    });
    assert.match(body(-1), /two roses/);
    assert.doesNotMatch(body(-1), /Ada|Eve/);
  });

  it('that does not fit is asked for once more', async () => {
    const asked = product.createRequests.length;
    product.server.answerNext({ text: '{"name":"Ada","count":"two"}' });
    await extractLetter();

    const { text } = await extracted('The JSON fits the schema.');
    assert.equal(JSON.parse(text).count, 1);
    assert.equal(product.createRequests.length, asked + 2);
    assert.match(body(-1), /\/count must be integer/);
  });

  it('that still does not fit is shown, with marks that go with what is wrong', async () => {
    const asked = product.createRequests.length;
    for (const count of ['two', 'many']) {
      product.server.answerNext({ text: JSON.stringify({ name: 'Ada', count }) });
    }
    await extractLetter();

    const { uri, text } = await extracted('What is wrong is marked (1).');
    assert.equal(text, '{\n  "name": "Ada",\n  "count": "many"\n}');
    assert.equal(product.createRequests.length, asked + 2);
    const problems = async () => (await product.session.vscode.problems()).filter((one) => one.uri === uri);
    assert.deepEqual(await problems(), [{ uri, message: 'Does not fit the schema: must be integer' }]);
    await product.page.locator('.squiggly-error').first().waitFor();

    await product.session.vscode.replaceText(uri, text.replace('"many"', '2'));
    await until('no problem', async () => (await problems()).length === 0);
  });

  it('of two files is one table', async () => {
    await product.session.vscode.executeCommand('workbench.view.explorer');
    await inExplorer('letter.txt').click();
    await inExplorer('other.txt').click({ modifiers: ['ControlOrMeta'] });
    product.server.answerNext({ text: '{"name":"Ada","count":2}' });
    product.server.answerNext({ text: '{"name":"Ben, \\"the\\" gardener","count":5}' });
    await chooseInExplorer('other.txt');
    await chooseSchema('flat.schema.json');
    await product.page.locator('.quick-input-list').getByText('One CSV Table').click();

    const expected = 'file,name,count\nletter.txt,Ada,2\nother.txt,"Ben, ""the"" gardener",5\n';
    await until('the table', async () => {
      const editor = await product.session.vscode.activeEditor();
      return editor?.text.replaceAll('\r\n', '\n') === expected;
    });
  });

  it('is asked for no longer once its document is closed', async () => {
    product.server.holdAfter(1);
    await extractLetter();
    await product.server.held();
    await until('the document', async () => {
      const editor = await product.session.vscode.activeEditor();
      return editor?.uri.startsWith('untitled:') === true;
    });
    const asked = product.createRequests.length;
    await product.closeEditors();
    assert.equal(await product.createRequests.at(-1)?.ended, 'closedByClient');
    product.server.release();
    assert.equal(product.createRequests.length, asked);
    await product.notification('Extracting JSON').waitFor({ state: 'detached' });
    assert.deepEqual(await product.session.vscode.tabs(), []);
  });

  const labels = async () => (await product.session.vscode.tabs()).map(({ label }) => label);

  it('that fails closes its empty document, and no other', async () => {
    product.server.answerNext({
      status: 400,
      body: { error: { code: 400, message: 'No', status: 'INVALID_ARGUMENT' } },
    });
    await extractLetter();

    await product.page.locator('.notification-toast .codicon-error').first().waitFor();
    await until('only the letter', async () => (await labels()).join() === 'letter.txt');
  });

  it('that is stopped before anything came closes its empty document, and says so', async () => {
    product.server.holdAfter(0);
    await extractLetter();
    await product.server.held();
    await until('the document', async () => (await labels()).length === 2);
    await product.notification('Extracting JSON').getByText('Cancel', { exact: true }).click();

    await product.notification('The extraction was stopped. Nothing had come yet').waitFor();
    product.server.release();
    await until('only the letter', async () => (await labels()).join() === 'letter.txt');
  });

  it('that is stopped in the middle keeps what came', async () => {
    product.server.answerNext({ text: `{"name":"${'A'.repeat(2_000)}","count":2}` });
    product.server.holdAfter(6);
    await extractLetter();
    await product.server.held();
    const shown = () => product.session.vscode.activeEditor();
    await until('some text', async () => ((await shown())?.text ?? '').startsWith('{"name"'));
    await product.notification('Extracting JSON').getByText('Cancel', { exact: true }).click();

    await product.notification('The extraction was stopped. The document that was begun is not whole.').waitFor();
    product.server.release();
    assert.equal((await labels()).length, 2);
    assert.match((await shown())?.text ?? '', /^\{"name":"A+$/);
  });
});
