import assert from 'node:assert/strict';
import { Failure } from '../../../src/core/base/failure';
import { type ApiVersion, ApiVersions } from '../../../src/gemini/apiVersions';

const missing = new Failure('notFound', { status: 404 });

/** Runs a call whose versions answer as told: with an error, or with their name. */
function versionsUnderTest(errors: Partial<Record<ApiVersion, unknown>>) {
  const versions = new ApiVersions();
  const asked: ApiVersion[] = [];
  const run = (name = 'model m') =>
    versions.run(name, async (version) => {
      asked.push(version);
      const error = errors[version];
      if (error !== undefined) throw error;
      return version;
    });
  return { versions, asked, run };
}

describe('the version of the API that has something', () => {
  it('is v1 where that has it, and nothing else is asked', async () => {
    const { versions, asked, run } = versionsUnderTest({});
    assert.equal(await run(), 'v1');
    assert.deepEqual([asked, versions.of('model m')], [['v1'], 'v1']);
  });

  it('is v1beta where v1 has no such thing, from then on and for this alone', async () => {
    const { versions, asked, run } = versionsUnderTest({ v1: missing });
    assert.equal(await run(), 'v1beta');
    assert.equal(await run(), 'v1beta');
    assert.deepEqual(asked, ['v1', 'v1beta', 'v1beta']);
    assert.deepEqual([versions.of('model m'), versions.of('model n')], ['v1beta', 'v1']);
  });

  it('is v1 again where v1beta has it no more', async () => {
    const { versions, asked, run } = versionsUnderTest({ v1beta: missing });
    versions.remember('model m', 'v1beta');
    assert.equal(await run(), 'v1');
    assert.deepEqual([asked, versions.of('model m')], [['v1beta', 'v1'], 'v1']);
  });

  it('is not known where neither has it, and the first error counts', async () => {
    const { versions, run } = versionsUnderTest({ v1: missing, v1beta: new Failure('notFound', { status: 404 }) });
    await assert.rejects(run(), (error) => error === missing);
    assert.equal(versions.of('model m'), 'v1');
  });

  it('is the one that refuses with another word than that it is missing', async () => {
    const refused = new Failure('invalidRequest', { status: 400 });
    const { versions, run } = versionsUnderTest({ v1: missing, v1beta: refused });
    await assert.rejects(run(), (error) => error === refused);
    assert.equal(versions.of('model m'), 'v1beta');
  });

  it('stays open where the other did not answer', async () => {
    for (const error of [new Failure('offline'), new TypeError('a bug')]) {
      const { versions, run } = versionsUnderTest({ v1: missing, v1beta: error });
      await assert.rejects(run(), (thrown) => thrown === error);
      assert.equal(versions.of('model m'), 'v1');
    }
  });

  const others = [
    new Failure('historyExpired', { status: 404 }),
    new Failure('environmentGone', { status: 404 }),
    new Failure('serviceBusy', { status: 503 }),
    new Failure('offline'),
    Object.assign(new Error('a bug'), { status: 404 }),
  ];
  for (const error of others) {
    it(`is not looked for after ${error instanceof Failure ? error.reason : error.message}`, async () => {
      const { asked, run } = versionsUnderTest({ v1: error });
      await assert.rejects(run(), (thrown) => thrown === error);
      assert.deepEqual(asked, ['v1']);
    });
  }
});
