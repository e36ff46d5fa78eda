import assert from 'node:assert/strict';
import type { UsageEntry } from '../../../../src/core/usage/usageEntry';
import { reportedDays, sumOf, usageReport } from '../../../../src/core/usage/usageReport';

const now = new Date(2026, 2, 10, 12).getTime();
const daysAgo = (days: number) => new Date(2026, 2, 10 - days, 9).getTime();
const tokens = { input: 1, cached: 20, thought: 300, output: 4_000, toolUse: 50_000, total: 54_321 };

function entry(at: number, more: Partial<UsageEntry> = {}): UsageEntry {
  const usage = { ...tokens, grounding: { google_search: 2, google_maps: 3 } };
  return { at, model: 'a', purpose: 'chat', usage, dollars: 1, mark: '', ...more };
}

describe('the report of what was used', () => {
  it('adds up each kind of tokens by itself, the searches of all tools, and money where a price is known', () => {
    const unknown = entry(now, { usage: undefined, dollars: undefined });
    assert.deepEqual(sumOf([entry(now), entry(now), unknown]), {
      requests: 3,
      input: 2,
      cached: 40,
      thought: 600,
      output: 8_000,
      tool: 100_000,
      searches: 10,
      dollars: 2,
      unpriced: 1,
    });
  });

  it('has days without use, and tells models and purposes of its own days only', () => {
    const oldest = reportedDays - 1;
    const report = usageReport(
      [entry(now), entry(daysAgo(oldest), { model: 'b', dollars: 5 }), entry(daysAgo(oldest + 1), { model: 'c' })],
      now,
    );

    assert.equal(report.today.requests, 1);
    assert.equal(report.month.requests, 1);
    assert.equal(report.days.length, reportedDays);
    const used = report.days.map(({ requests }) => requests);
    assert.deepEqual(used, [1, ...Array.from({ length: oldest - 1 }, () => 0), 1]);
    assert.deepEqual(
      report.models.map(({ name, dollars }) => [name, dollars]),
      [
        ['b', 5],
        ['a', 1],
      ],
    );
    assert.deepEqual(
      report.purposes.map(({ name, requests }) => [name, requests]),
      [['chat', 2]],
    );
  });
});
