import assert from 'node:assert/strict';
import { systemClock } from '../../../src/core/base/clock';
import { LiveApi } from '../../live/liveApi';
import { flags, type Probe } from '../../live/probe';
import { allProbes } from '../../live/probes/allProbes';
import { walk } from '../../live/walk';
import { startLocalServer } from '../../server/localServer';
import { asPlanned } from './asPlanned';
import { testKey } from './standIn';
import { apiOf, probesNamed, type Walked, walkAgainst, withStandIn } from './walkUnderTest';

const { signal } = new AbortController();
const everything = new Set(flags);

describe('smoke:live, all of the walk', function () {
  this.timeout(30_000);
  let walked: Walked;
  before(async () => {
    walked = await walkAgainst({}, allProbes);
  });

  it('finds everything as assumed at a service that is as assumed', () => {
    const others = walked.rows.filter(({ same }) => same !== 'yes').map(({ id, seen }) => `${id}: ${seen}`);
    assert.deepEqual(
      others.filter((row) => !row.includes(': not tried: ')),
      [],
    );
  });

  it('says why it does not try what it does not', () => {
    const open = walked.rows.filter(({ same }) => same === 'open').map(({ id }) => id);
    const empty = allProbes.filter(({ requests }) => requests().length === 0).map(({ id }) => id);
    assert.deepEqual(open, empty);
  });

  it('sends nothing that the plan does not show', () => {
    const planned = new Set(allProbes.flatMap(({ requests }) => requests().map((call) => asPlanned(call))));
    const sent = walked.standIn.heard.map(({ method, path, text }) => asPlanned({ method, path, text }));
    // Deleting at the end, and stopping what still writes, is told apart from the probes.
    const others = [...new Set(sent)].filter((request) => !planned.has(request));
    assert.deepEqual(others, []);
  });

  it('sends the key in one header and nowhere else, and the two wrong ones', () => {
    for (const { path, headers, text } of walked.standIn.heard) {
      const { 'x-goog-api-key': key, ...others } = headers;
      assert.ok(!JSON.stringify([path, others, text]).includes(testKey));
      assert.ok(key === testKey || key === '' || /^AIza0+$/.test(String(key)), path);
    }
  });

  it('leaves nothing behind', () => {
    assert.equal(walked.left, 0);
    assert.equal(walked.api.created.count, 0);
    assert.ok(walked.standIn.heard.some(({ method, path }) => method === 'DELETE' && path.startsWith('/v1/files/')));
  });
});

describe('smoke:live, the walk', () => {
  it('has a row for every probe at the local server, whatever it answers', async () => {
    const server = await startLocalServer();
    const api = new LiveApi({ origin: server.url, key: 'any', clock: systemClock, signal });
    try {
      const rows = await walk(allProbes, api, { flags: everything, signal });

      assert.deepEqual(
        rows.map(({ id }) => id),
        allProbes.map(({ id }) => id),
      );
      assert.deepEqual(
        rows.filter(({ seen }) => /Error|something was thrown/.test(seen)),
        [],
      );
    } finally {
      await server.close();
    }
  });

  it('goes on after a probe that throws, and tells its error without our words', async () => {
    const [first] = probesNamed('steps');
    assert.ok(first);
    const run = () => Promise.reject(new TypeError(`a bug with ${testKey} in it`));
    const broken: Probe = { ...first, run };

    const { rows } = await walkAgainst({}, [broken, first]);

    assert.equal(rows[0]?.seen, 'could not be tried: TypeError: a bug with <key> in it');
    assert.equal(rows[0]?.same, 'open');
    assert.equal(rows[1]?.same, 'yes');
  });

  it('asks nothing that is dear unless it is told to', async () => {
    const dear = allProbes.filter(({ flag }) => flag !== undefined);
    await withStandIn({}, async (standIn) => {
      const rows = await walk(dear, apiOf(standIn), { flags: new Set(), signal });

      assert.deepEqual(standIn.heard, []);
      for (const [index, { seen }] of rows.entries()) {
        assert.equal(seen, `not tried: say --with-${dear[index]?.flag}`);
      }
    });
  });

  it('ends at once when it is stopped, and keeps what it found', async () => {
    const stop = new AbortController();
    const deviation = {
      answers: ({ text }: { text: string }) => {
        if (!text.includes('"add"')) return undefined;
        stop.abort();
        return 'silence' as const;
      },
    };
    await withStandIn(deviation, async (standIn) => {
      const rows = await walk(allProbes, apiOf(standIn, stop.signal), { flags: everything, signal: stop.signal });

      assert.deepEqual(
        rows.map(({ id }) => id),
        ['steps', 'contents', 'string'],
      );
      assert.equal(standIn.heard.length, 4);
    });
  });
});
