import assert from 'node:assert/strict';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

const files = {
  'AGENTS.md': 'RULE-OF-AGENTS\n',
  '.gitignore': 'IGNORED.md\n',
  'IGNORED.md': 'RULE-IGNORED\n',
  'LONG.md': 'RULE-TOO-LONG\n'.repeat(3_000),
  'docs/style.md': 'RULE-OF-STYLE\n',
  'plant.schema.json': JSON.stringify({
    type: 'object',
    properties: { name: { type: 'string' }, count: { type: 'integer' } },
    required: ['name', 'count'],
  }),
};

describe('own instructions', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct({}, files);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);

  const instruction = () => {
    const { body } = product.createRequests.at(-1) ?? {};
    return JSON.stringify((body as { system_instruction?: string }).system_instruction ?? '');
  };
  const set = (key: string, value: unknown) =>
    product.session.vscode.updateConfiguration(`geminiInteractions.${key}`, value);

  it('go along from AGENTS.md, which the answer names', async () => {
    await product.newChat();
    await product.ask('Hello');
    await product.answered();

    assert.match(instruction(), /RULE-OF-AGENTS/);
    await product.lastAnswer.getByText('Instructions: AGENTS.md', { exact: true }).waitFor();
  });

  it('come from the settings and from the files they name, and from nothing that is ignored, long or elsewhere', async () => {
    const { workspace } = product.session;
    const outside = join(workspace, '..', 'outside-rules.md');
    await writeFile(outside, 'RULE-FROM-OUTSIDE\n');
    await symlink(outside, join(workspace, 'LINK.md'));
    await set('systemInstruction', 'OWN-WISH');
    await set('rules.files', [
      'docs/style.md',
      'LONG.md',
      'IGNORED.md',
      'LINK.md',
      '../outside-rules.md',
      'MISSING.md',
    ]);
    await product.newChat();
    await product.ask('Hello');
    await product.answered();

    assert.match(instruction(), /OWN-WISH/);
    assert.match(instruction(), /RULE-OF-STYLE/);
    assert.doesNotMatch(instruction(), /RULE-(TOO-LONG|IGNORED|FROM-OUTSIDE|OF-AGENTS)/);
    const path = join('docs', 'style.md').replaceAll('\\', '/');
    await product.lastAnswer.getByText(`Instructions: ${path}`, { exact: true }).waitFor();
  });

  it('can be written for one chat, which keeps them over a reload, and are removed where they are shown', async () => {
    const chip = product.panel.getByRole('button', { name: 'Instruction for this chat', exact: true });
    await product.newChat();
    await product.session.runCommand('Gemini: Set Instruction for This Chat…');
    await product.enter('Instruction for This Chat', 'WISH-OF-CHAT');
    await chip.waitFor();
    await product.ask('Hello');
    await product.answered();
    assert.match(instruction(), /WISH-OF-CHAT"$/);

    await product.session.reload();
    await product.panel.getByRole('main').waitFor({ state: 'attached' });
    await product.setKeyAfterReload();
    await chip.press('Enter');
    await product.enter('Instruction for This Chat', 'OTHER-WISH');
    await product.ask('And now?');
    await product.answered();
    assert.match(instruction(), /OTHER-WISH"$/);

    await product.panel.getByRole('button', { name: 'Remove the instruction for this chat' }).click();
    await chip.waitFor({ state: 'hidden' });
    await product.ask('And then?');
    await product.answered();
    assert.doesNotMatch(instruction(), /WISH-OF-CHAT|OTHER-WISH/);
  });

  it('can be a schema: the answer is JSON, which opens as a document with what does not fit it marked', async () => {
    const chip = product.panel.getByRole('button', { name: 'Schema for this chat', exact: true });
    await product.newChat();
    await product.session.runCommand('Gemini: Set Schema for This Chat…');
    await product.quickInput.getByRole('option').filter({ hasText: 'plant.schema.json' }).click();
    await chip.waitFor();
    product.server.answerNext({ text: '{"name":"Rose","count":"two"}' });
    await product.ask('What did she order?');
    await product.answered();
    const { body } = product.createRequests.at(-1) ?? {};
    assert.match(JSON.stringify(body), /"response_format":\{"type":"text","mime_type":"application\/json","schema":\{/);
    await product.lastAnswer.getByText('Schema: plant.schema.json').waitFor();

    await product.lastAnswer.getByRole('button', { name: 'Open as JSON Document' }).press('Enter');
    await product.notification('The JSON does not fit the schema. What is wrong is marked (1).').waitFor();
    const editor = await product.session.vscode.activeEditor();
    assert.equal(editor?.text, '{\n  "name": "Rose",\n  "count": "two"\n}');
    const problems = (await product.session.vscode.problems()).filter(({ uri }) => uri === editor?.uri);
    assert.deepEqual(problems, [{ uri: editor?.uri, message: 'Does not fit the schema: must be integer' }]);

    await product.panel.getByRole('button', { name: 'Remove the schema for this chat' }).click();
    await chip.waitFor({ state: 'hidden' });
    await product.ask('And now in words?');
    await product.answered();
    assert.doesNotMatch(JSON.stringify(product.createRequests.at(-1)?.body), /response_format/);
  });
});
