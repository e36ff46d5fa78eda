import assert from 'node:assert/strict';
import { Failure, type FailureReason } from '../../../../../src/core/base/failure';
import type { InteractionEvent } from '../../../../../src/core/interactions/events';
import type { InteractionRequest } from '../../../../../src/core/interactions/port';
import { readSteps } from '../../../../../src/core/interactions/steps';
import { batchesOf, checkCitations, checkCost } from '../../../../../src/core/research/check/checkCitations';
import type { Claim } from '../../../../../src/core/research/check/claims';
import { ManualClock } from '../../../fakes/manualClock';
import { interaction, settled } from '../researchUnderTest';
import { claimOf } from './claimOf';

const page = (number: number) => `https://p${number}.example/`;
/** This many claims about a page. */
const about = (number: number, count: number) =>
  Array.from({ length: count }, (_, at) => claimOf(`Claim ${at} of page ${number}`, page(number)));

/** A service that thinks, and supports the first claim of each page. Of some pages it fails, or waits until the test lets it go on. */
class Service {
  readonly asked: string[] = [];
  readonly failing = new Map<string, Error>();
  private readonly go: (() => void)[] = [];
  isWaiting = false;
  error: FailureReason | undefined;

  readonly interactions = {
    ask: (request: InteractionRequest): AsyncIterable<InteractionEvent> => this.answer(request),
  };

  release(): void {
    this.isWaiting = false;
    for (const go of this.go.splice(0)) go();
  }

  private async *answer({ input }: InteractionRequest): AsyncIterable<InteractionEvent> {
    const [text] = input;
    const url = text?.type === 'text' ? (/https:\S+/.exec(text.text)?.[0] ?? '') : '';
    this.asked.push(url);
    yield { type: 'connected' };
    if (this.isWaiting) await new Promise<void>((resolve) => this.go.push(resolve));
    const failure = this.failing.get(url);
    if (failure) throw failure;
    if (this.error) yield { type: 'failed', error: { reason: this.error, code: '' } };
    const said = JSON.stringify({ findings: [{ claim: 1, verdict: 'supported', reason: url }] });
    const usage = { total: 10, input: 0, output: 0, thought: 0, toolUse: 0, cached: 0, grounding: {} };
    const thought = readSteps([{ type: 'thought', summary: [{ type: 'text', text: 'Reads the page' }] }]);
    const answer = interaction('completed', said);
    yield { type: 'completed', interaction: { ...answer, steps: [...thought, ...answer.steps], usage } };
  }
}

function check(service: Service, claims: readonly Claim[], signal = new AbortController().signal) {
  const done: number[] = [];
  const services = { interactions: service.interactions, clock: new ManualClock() };
  return { done, result: checkCitations(services, claims, signal, (count) => done.push(count)) };
}

describe('the pages of a check', () => {
  it('are asked about with at most twelve claims at a time', () => {
    const sizes = (...claims: readonly (readonly Claim[])[]) => batchesOf(claims.flat()).map((batch) => batch.length);

    assert.deepEqual(sizes(), []);
    assert.deepEqual(sizes(about(1, 12), about(2, 1), about(1, 13)), [12, 12, 1, 1]);
    const [first, second] = batchesOf(about(1, 13));
    assert.deepEqual([...(first ?? []), ...(second ?? [])], about(1, 13));
  });

  it('cost what their requests and claims take, and at least a cent', () => {
    assert.deepEqual(checkCost([]), { requests: 0, dollars: 0.01 });
    assert.deepEqual(checkCost(about(1, 1)), { requests: 1, dollars: 0.01 });
    // Each page: 15,000 tokens and 12 claims of 60 at $0.30, 12 findings of 120 tokens at $2.50; 0.83 cents.
    for (const [pages, dollars] of [
      [10, 0.09],
      [11, 0.1],
    ] as const) {
      const claims = Array.from({ length: pages }, (_, number) => about(number, 12)).flat();
      assert.deepEqual(checkCost(claims), { requests: pages, dollars });
    }
  });

  it('are each told when it was checked, and counted with their tokens', async () => {
    const service = new Service();
    const claims = [...about(1, 2), ...about(2, 1)];
    const { done, result } = check(service, claims);
    const { checked, failure, tokens } = await result;

    assert.deepEqual([done, failure, tokens], [[1, 2], undefined, 20]);
    const found = (url: string) => ({ verdict: 'supported' as const, reason: url, weaker: '' });
    assert.deepEqual(checked, [
      { claim: claims[0], finding: found(page(1)) },
      { claim: claims[1], finding: undefined },
      { claim: claims[2], finding: found(page(2)) },
    ]);
  });

  it('are read three at a time', async () => {
    const service = new Service();
    service.isWaiting = true;
    const { result } = check(
      service,
      [1, 2, 3, 4, 5].flatMap((number) => about(number, 1)),
    );
    await settled();
    assert.deepEqual(service.asked, [page(1), page(2), page(3)]);

    service.release();
    await result;
    assert.equal(service.asked.length, 5);
  });

  it('are checked although one of them fails', async () => {
    const service = new Service();
    service.failing.set(page(1), new Failure('connectionLost'));
    const { done, result } = check(
      service,
      [1, 2, 3, 4, 5].flatMap((number) => about(number, 1)),
    );
    const { checked, failure, tokens } = await result;

    assert.deepEqual([failure, tokens, done], ['connectionLost', 40, [1, 2, 3, 4, 5]]);
    assert.deepEqual(
      checked.map(({ finding }) => finding?.reason),
      [undefined, page(2), page(3), page(4), page(5)],
    );
  });

  it('are left where a failure says that all others would fail as well', async () => {
    const service = new Service();
    service.failing.set(page(1), new Failure('badKey'));
    const { result } = check(
      service,
      [1, 2, 3, 4, 5].flatMap((number) => about(number, 1)),
    );

    assert.equal((await result).failure, 'badKey');
    assert.deepEqual(service.asked, [page(1), page(2), page(3)]);
  });

  it('have failed where the service gave up in the middle', async () => {
    const service = new Service();
    service.error = 'rateLimited';
    const { checked, failure } = await check(service, about(1, 1)).result;

    assert.deepEqual([failure, checked[0]?.finding], ['rateLimited', undefined]);
  });

  it('are no more asked about once the check is stopped, which is no failure', async () => {
    const service = new Service();
    service.isWaiting = true;
    service.failing.set(page(2), new Failure('connectionLost'));
    const stop = new AbortController();
    const { done, result } = check(
      service,
      [1, 2, 3, 4, 5].flatMap((number) => about(number, 1)),
      stop.signal,
    );
    await settled();
    stop.abort();
    service.release();
    const { failure } = await result;

    assert.deepEqual([service.asked.length, failure, done.includes(4)], [3, undefined, false]);
  });

  it('reject with what is no failure of the service', async () => {
    const service = new Service();
    const bug = new TypeError('a bug');
    service.failing.set(page(1), bug);

    await assert.rejects(check(service, about(1, 1)).result, bug);
  });
});
