import assert from 'node:assert/strict';
import { flags } from '../../live/probe';
import { allProbes } from '../../live/probes/allProbes';
import { agentCases } from './agentCases';
import { attachmentCases } from './attachmentCases';
import { endCases } from './endCases';
import { fieldCases } from './fieldCases';
import { listCases } from './listCases';
import { refusalCases } from './refusalCases';
import { streamCases } from './streamCases';
import { probesNamed, walkAgainst } from './walkUnderTest';

const cases = [
  ...refusalCases,
  ...endCases,
  ...streamCases,
  ...listCases,
  ...fieldCases,
  ...attachmentCases,
  ...agentCases,
];

describe('smoke:live, a service that is not as assumed', () => {
  for (const { name, probe, deviation, seen } of cases) {
    it(`${name}: ${probe} says no`, async () => {
      const { rows } = await walkAgainst(deviation, probesNamed(probe));

      assert.match(rows[0]?.seen ?? '', seen);
      assert.equal(rows[0]?.same, 'no');
    });
  }

  it('there is such a case for every probe that sends something', () => {
    const tried = allProbes.filter(({ requests }) => requests().length > 0).map(({ id }) => id);
    assert.deepEqual(
      tried.filter((id) => !cases.some(({ probe }) => probe === id)),
      [],
    );
    assert.deepEqual([...new Set(allProbes.flatMap(({ flag }) => flag ?? []))].sort(), [...flags].sort());
  });
});
