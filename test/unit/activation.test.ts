import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeFiles } from '../../src/host/platform/nodeFiles';
import type { StartReport } from '../bench/activationInNode';
import { writeSampleChats } from '../bench/sampleChats';
import { budget } from '../budget';
import { execute } from '../launch/execute';
import { repositoryRoot } from '../launch/repositoryRoot';

const built = join(repositoryRoot, 'dist');
const chats = budget(5_000, 500);

describe('the start of the extension', function () {
  this.timeout(60_000);
  let root: string;
  let storage: string;
  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'gemini-start-'));
    storage = join(root, 'storage');
    await writeSampleChats(new NodeFiles(storage), chats, { turns: [1, 1], answerLength: 100 });
  });
  after(() => rmSync(root, { recursive: true, force: true, maxRetries: 10 }));

  async function started(program: string): Promise<StartReport> {
    return JSON.parse(
      await execute(process.execPath, [join(built, 'test/bench/startInNodeMain.js'), program, storage]),
    );
  }

  it(`touches no file and asks no network, with ${chats} chats on the disk`, async () => {
    assert.deepEqual((await started(join(built, 'extension.js'))).calls, []);
  });

  it('would be seen to touch one', async () => {
    const program = join(root, 'curious', 'main.js');
    mkdirSync(join(root, 'curious'));
    writeFileSync(
      program,
      `exports.activate = ({ globalStorageUri }) => require('node:fs').readdirSync(globalStorageUri.fsPath + '/v1/chats');`,
    );

    assert.deepEqual((await started(program)).calls, ['fs.readdirSync']);
  });
});
