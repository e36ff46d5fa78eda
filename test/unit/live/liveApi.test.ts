import assert from 'node:assert/strict';
import { type Call, create } from '../../live/calls';
import { oneRequest, type Probe } from '../../live/probe';
import { refusal } from './serviceAsAssumed';
import { type Deviation, type Reply, startStandIn } from './standIn';
import { probesNamed, walkAgainst } from './walkUnderTest';

const steps = probesNamed('steps');
const error = { code: 'too_many_requests', message: 'You do not have enough quota to make this request.' };
const limit: Reply = { status: 429, body: { error } };
const waits = (seconds: string): Reply => ({ status: 429, body: { error }, headers: { 'retry-after': seconds } });

/** Answers the first requests in another way. */
function first(...replies: readonly Reply[]): Deviation {
  const left = [...replies];
  return { answers: () => left.shift() };
}

describe('smoke:live, the requests', () => {
  it('follow no redirect', async () => {
    const other = await startStandIn();
    try {
      const { rows } = await walkAgainst(first({ status: 307, headers: { location: `${other.url}/v1/x` } }), steps);

      assert.equal(rows[0]?.seen, 'could not be tried: foreignAnswer (redirect)');
      assert.deepEqual(other.heard, []);
    } finally {
      await other.close();
    }
  });

  it('go to no other origin', async () => {
    const away: Call = { method: 'GET', path: 'http://127.0.0.1:1/v1/models' };
    const head = { id: 'away', assumption: 1, title: '', assumed: '200' };

    const { rows } = await walkAgainst({}, [oneRequest(head, away)]);

    assert.equal(rows[0]?.seen, 'could not be tried: invalidRequest (foreign_origin)');
  });

  it('wait as long as the service says, up to a minute', async () => {
    const { rows, api, standIn } = await walkAgainst(first(waits('7'), waits('2')), steps);

    assert.equal(rows[0]?.same, 'yes');
    assert.deepEqual(standIn.clock.pauses, [7_000, 2_000]);
    assert.equal(api.rateLimits, 2);
  });

  for (const [name, replies] of [
    ['that names no time', [limit]],
    ['of more than a minute', [waits('61')]],
    ['that comes a third time', [waits('1'), waits('1'), waits('1')]],
  ] as const) {
    it(`note a limit ${name}`, async () => {
      const { rows, standIn } = await walkAgainst(first(...replies), probesNamed('steps', 'contents'));

      assert.equal(rows[0]?.seen, 'could not be tried: the service asks to wait, 429 too_many_requests -> rateLimited');
      assert.equal(rows[0]?.same, 'open');
      assert.equal(rows[1]?.same, 'yes');
      assert.equal(standIn.heard.length, replies.length + 1);
    });
  }

  it('are given up at their deadline', async () => {
    const { rows } = await walkAgainst(
      {
        answers: (_, { clock }) => {
          setImmediate(() => clock.advance(120_000));
          return 'silence';
        },
      },
      steps,
    );

    assert.equal(rows[0]?.seen, 'could not be tried: timedOut');
  });
});

describe('smoke:live, what it leaves behind', () => {
  it('is told when it cannot be deleted', async () => {
    const no = refusal(403, 'permission_denied', 'No.');
    const refused: Deviation = { answers: ({ method }) => (method === 'DELETE' ? no : undefined) };

    const { api, left } = await walkAgainst(refused, probesNamed('get-input', 'file'));

    assert.deepEqual([...api.created.files], ['files/abcdef123456']);
    assert.equal(api.created.interactions.size, 1);
    assert.equal(left, 1);
  });

  it('is nothing where it is gone already', async () => {
    const gone = refusal(404, 'not_found', 'Not found.');
    const deleted: Deviation = { answers: ({ method }) => (method === 'DELETE' ? gone : undefined) };

    assert.equal((await walkAgainst(deleted, probesNamed('get-input', 'file'))).api.created.count, 0);
  });

  it('may be an interaction whose id never arrived', async () => {
    const lost: Probe = oneRequest({ id: 'lost', assumption: 9, title: '', assumed: '' }, create({ store: true }));
    const { api } = await walkAgainst({ answers: () => ({ status: 200, body: '<html>' }) }, [lost]);
    assert.equal(api.created.count, 0, 'a whole answer without an id says that there is none');

    const late: Deviation = {
      answers: (_, { clock }) => {
        setImmediate(() => clock.advance(120_000));
        return 'silence';
      },
    };
    assert.equal((await walkAgainst(late, [lost])).api.created.unnamed, 1);
  });

  it('is stopped at once while it still writes', async () => {
    const { standIn } = await walkAgainst({}, [...probesNamed('previous-running'), ...steps]);

    const sent = standIn.heard.map(({ method, path }) => `${method} ${path.replace(/v1_[^/]+/, 'id')}`);
    const create = 'POST /v1/interactions';
    assert.deepEqual(sent, [create, create, `${create}/id/cancel`, 'DELETE /v1/interactions/id', create]);
  });
});
