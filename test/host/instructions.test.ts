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
});
