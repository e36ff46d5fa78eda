import assert from 'node:assert/strict';
import { objectField } from '../../../src/core/base/json';
import { geminiOrigin } from '../../../src/names';
import { assumptions } from '../../live/assumptions';
import { create, isCreate } from '../../live/calls';
import { boundOf, boundWords } from '../../live/cost';
import { readOptions } from '../../live/options';
import { overviewOf, planOf } from '../../live/plan';
import { isAsAssumed, oneRequest } from '../../live/probe';
import { allProbes } from '../../live/probes/allProbes';
import { samplePdf } from '../../live/probes/samplePdf';
import { probesNamed } from './walkUnderTest';

const read = (...args: string[]) => readOptions(args, allProbes);

describe('smoke:live, the probes', () => {
  it('have names of their own and look into every assumption', () => {
    const ids = allProbes.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const numbers = new Set(allProbes.map(({ assumption }) => String(assumption)));
    assert.deepEqual([...numbers].sort(), Object.keys(assumptions).sort());
  });

  it('compare what was seen word by word, and what the product makes of it where the assumption names it', () => {
    const same = (assumed: string, seen: string) => isAsAssumed(assumed, seen);
    assert.ok(same('400 invalid_request', '400 invalid_request -> invalidRequest'));
    assert.ok(same('200 queued or 200 completed', '200 completed'));
    assert.ok(!same('400 invalid_request', '400 invalid_request_body -> invalidRequest'));
    assert.ok(!same('404 not_found -> notFound', '404 not_found -> historyExpired'));
    assert.ok(!same('200 completed', '200'));
  });

  it('bound what each answer of a model may cost', () => {
    const questions = allProbes.flatMap(({ id, requests }) => requests().map((call) => ({ id, call })));
    const unbounded = questions.filter(
      ({ call: { body = {}, ...call } }) =>
        isCreate(call) && body.model !== undefined && !objectField(body, 'generation_config')?.max_output_tokens,
    );
    assert.deepEqual(unbounded, []);
  });

  it('upload a PDF whose table of contents is right', () => {
    const table = samplePdf.slice(Number(/startxref\n(\d+)/.exec(samplePdf)?.[1])).split('\n');
    assert.equal(table[0], 'xref');
    for (const number of [1, 2, 3, 4, 5]) {
      const at = Number(table[number + 2]?.slice(0, 10));
      assert.ok(samplePdf.startsWith(`${number} 0 obj`, at), `object ${number}`);
    }
    assert.ok(samplePdf.length > 900 && samplePdf.length < 1_200);
  });
});

describe('smoke:live, the plan', () => {
  it('shows method, path, headers and body of each request, and of the key only what it is', () => {
    const [steps, wrong, long] = ['steps', 'wrong-key', 'too-long'].map((id) => planOf(probesNamed(id)));

    assert.match(
      steps ?? '',
      /POST \/v1\/interactions\n +accept: application\/json\n +content-type: application\/json\n/,
    );
    assert.match(steps ?? '', /x-goog-api-key: \(your key, not shown\)\n +\{\n +"model": "gemini-3.8-flash",\n/);
    assert.match(wrong ?? '', /x-goog-api-key: \(a wrong one\)/);
    assert.match(long ?? '', /"text": "word word .*… \(5,500,000 characters\)"/);
    assert.ok((long ?? '').length < 3_000);
  });

  it('shows what several probes share once', () => {
    const plan = planOf(probesNamed('google-search', 'search-usage'));

    assert.equal(plan.split('"model"').length, 2);
    assert.match(plan, /search-usage: .*\n.*\n +POST \/v1\/interactions, the answer to the one of google-search\n/);
  });

  it('sums up the cost, of which the most is told with the day of its prices', () => {
    const call = create();
    const head = { assumption: 1, title: '', assumed: '' };
    const one = oneRequest({ ...head, id: 'one', extra: { dollars: 1, note: 'more' } }, call);

    const bound = boundOf([one, oneRequest({ ...head, id: 'two' }, call)]);

    const input = JSON.stringify(call.body).length;
    assert.deepEqual(bound, {
      requests: 1,
      input,
      output: 1_024,
      dollars: (input * 1.5 + 1_024 * 7.5) / 1e6 + 1,
      notes: ['more'],
    });
    assert.match(
      boundWords(bound),
      /^1 requests, at most \d+ tokens in and 1,024 out, at most \$1\.01 by the prices of 2026-/,
    );
    assert.match(overviewOf([one], geminiOrigin), /^These requests go to https:\/\/generativelanguage.*\n {2}more\n/s);
  });

  it('stays below a dollar without a flag', () => {
    assert.ok(boundOf(allProbes.filter(({ flag }) => flag === undefined)).dollars < 1);
  });
});

describe('smoke:live, the command line', () => {
  it('has defaults that ask first and cost little', () => {
    const { flags, probes, ...options } = read();

    assert.deepEqual(options, { isPlan: false, isYes: false, origin: geminiOrigin, out: undefined });
    assert.equal(flags.size, 0);
    assert.equal(probes.length, allProbes.length);
  });

  it('takes probes by number and by name', () => {
    const { probes } = read('--only', '8, wrong-key,12');
    assert.deepEqual(
      probes.map(({ id }) => id),
      ['wrong-key', 'cancel', 'search-usage'],
    );
    assert.throws(() => read('--only', '1,18'), /There is no 18\./);
  });

  it('sends the key to this machine or over https, and nowhere else', () => {
    assert.equal(read('--base-url', 'http://127.0.0.1:8080/x').origin, 'http://127.0.0.1:8080');
    assert.equal(read('--base-url', 'http://[::1]:8080').origin, 'http://[::1]:8080');
    assert.equal(read('--base-url', 'https://example.com').origin, 'https://example.com');
    for (const address of ['http://example.com', 'http://127.0.0.1.example.com', 'ftp://127.0.0.1', 'nonsense', '']) {
      assert.throws(() => read('--base-url', address), /so the key is not sent there/, address);
    }
  });

  it('knows its flags, and no others', () => {
    const { flags } = read('--with-research', '--with-long', '--with-image', '--with-maps');
    assert.deepEqual([...flags], ['research', 'long', 'image', 'maps']);
    assert.throws(() => read('--with-everything'));
    assert.throws(() => read('something'));
  });
});
