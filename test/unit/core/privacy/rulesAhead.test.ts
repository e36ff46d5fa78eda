import assert from 'node:assert/strict';
import { RulesAhead } from '../../../../src/core/privacy/rulesAhead';
import type { FileReason } from '../../../../src/core/privacy/suspicions';
import { unhandledDuring } from '../../fakes/unhandledRejections';

const secret: readonly FileReason[] = [{ kind: 'secretFile' }];

describe('RulesAhead', () => {
  let now: number;
  let looks: string[];
  let rules: RulesAhead;

  beforeEach(() => {
    now = 0;
    looks = [];
    const reasonsAgainst = async (files: readonly string[]) => {
      looks.push(files.join(' '));
      return files.map((file) => (file.endsWith('.env') ? secret : []));
    };
    rules = new RulesAhead({ reasonsAgainst }, () => now);
  });

  it('looks once at a file that is expected and then sent, however many keys were pressed', async () => {
    rules.expect('a.env');
    rules.expect('a.env');
    assert.deepEqual(await rules.reasonsAgainst(['a.env']), [secret]);
    assert.deepEqual(looks, ['a.env']);
  });

  it('looks again where what was seen is old, while the user types and when it is sent', async () => {
    rules.expect('a.env');
    now = 2_000;
    rules.expect('a.env');
    assert.equal(looks.length, 2);
    now = 3_499;
    rules.expect('a.env');
    assert.equal(looks.length, 2);
    now = 4_999;
    await rules.reasonsAgainst(['a.env']);
    assert.equal(looks.length, 2);
    now = 5_000;
    assert.deepEqual(await rules.reasonsAgainst(['a.env']), [secret]);
    assert.equal(looks.length, 3);
  });

  it('looks again after half of that time while the user types', () => {
    rules.expect('a.env');
    now = 1_500;
    rules.expect('a.env');
    assert.equal(looks.length, 2);
  });

  it('fails when the file is sent, and not while the user types', async () => {
    const failing = new RulesAhead({ reasonsAgainst: () => Promise.reject(new Error('closed')) }, () => now);
    assert.deepEqual(await unhandledDuring(async () => failing.expect('a.env')), []);
    await assert.rejects(failing.reasonsAgainst(['a.env']), /closed/);
  });

  it('has no reason where the rules name none', async () => {
    const silent = new RulesAhead({ reasonsAgainst: () => Promise.resolve([]) }, () => now);
    silent.expect('a.ts');
    assert.deepEqual(await silent.reasonsAgainst(['a.ts']), [[]]);
  });

  it('takes what was seen for no other file, and for no list of files', async () => {
    rules.expect('a.ts');
    assert.deepEqual(await rules.reasonsAgainst(['b.env']), [secret]);
    assert.deepEqual(await rules.reasonsAgainst(['a.ts', 'b.env']), [[], secret]);
    assert.deepEqual(looks, ['a.ts', 'b.env', 'a.ts b.env']);
  });
});
