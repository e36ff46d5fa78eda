import assert from 'node:assert/strict';
import type { UsageEntry } from '../../../../src/core/usage/usageEntry';
import { localDay, UsageLedger } from '../../../../src/core/usage/usageLedger';
import { firstReportedDay, sumOf, usageReport } from '../../../../src/core/usage/usageReport';
import { MemoryFiles } from '../storage/memoryFiles';

const noon = (month: number, day: number) => new Date(2026, month - 1, day, 12).getTime();
const entry = (model: string, dollars: number | undefined, at = noon(3, 10)): UsageEntry => ({
  at,
  model,
  purpose: 'chat',
  usage: undefined,
  dollars,
  mark: '',
});

describe('the rows of a report', () => {
  it('have the dearest first, and of two that cost the same the one with more requests', () => {
    const entries = [
      entry('once', 1),
      entry('twice', 0.5),
      entry('free', undefined),
      entry('twice', 0.5),
      entry('dear', 2),
    ];
    assert.deepEqual(
      usageReport(entries, noon(3, 10)).models.map(({ name, requests, dollars, unpriced }) => [
        name,
        requests,
        dollars,
        unpriced,
      ]),
      [
        ['dear', 1, 2, 0],
        ['twice', 2, 1, 0],
        ['once', 1, 1, 0],
        ['free', 1, 0, 1],
      ],
    );
  });

  it('are of the last 30 days, and not of all the month where that has more', () => {
    const report = usageReport(
      [entry('a', 1, noon(3, 1)), entry('a', 2, noon(2, 28)), entry('a', 4, noon(3, 31))],
      noon(3, 31),
    );
    assert.deepEqual([report.month.dollars, report.today.dollars], [5, 4]);
    assert.deepEqual([report.days[0]?.name, report.days[0]?.dollars], ['2026-03-02', 0]);
    assert.deepEqual(
      report.models.map(({ dollars }) => dollars),
      [4],
    );
  });

  it('are empty where nothing was used', () => {
    const nothing = {
      requests: 0,
      input: 0,
      cached: 0,
      thought: 0,
      output: 0,
      tool: 0,
      searches: 0,
      dollars: 0,
      unpriced: 0,
    };
    assert.deepEqual(sumOf([]), nothing);
    assert.deepEqual(usageReport([], noon(3, 10)).models, []);
  });
});

describe('the days of a report', () => {
  it('begin on the first of the month or 29 days ago, whichever is earlier', () => {
    assert.equal(firstReportedDay(noon(3, 30)), '2026-03-01');
    assert.equal(firstReportedDay(noon(3, 31)), '2026-03-01');
    assert.equal(firstReportedDay(noon(3, 29)), '2026-02-28');
  });

  it('are those of the clock on the wall, from midnight to midnight', () => {
    assert.equal(localDay(new Date(2026, 0, 5, 0, 0, 0, 0).getTime()), '2026-01-05');
    assert.equal(localDay(new Date(2026, 0, 5, 23, 59, 59, 999).getTime()), '2026-01-05');
    assert.equal(localDay(new Date(2026, 11, 31, 12).getTime()), '2026-12-31');
  });
});

describe('the files of what was used', () => {
  it('are read in the order of their days, both ends among them, and no other file is', async () => {
    const files = new MemoryFiles();
    const ledger = new UsageLedger(files);
    for (const day of [12, 10, 11, 13]) await ledger.append(entry(`${day}`, 1, noon(3, day)));
    const text = new TextEncoder().encode('{"t":"2026-03-11T10:00:00.000Z","m":"other","k":"chat"}\n');
    for (const name of ['x2026-03-11.jsonl', '2026-03-11.jsonl.bak', '2026-3-11.jsonl', 'notes']) {
      files.put(`v1/usage/${name}`, text);
    }
    const read = await ledger.between('2026-03-10', '2026-03-12');
    assert.deepEqual(
      read.map(({ model }) => model),
      ['10', '11', '12'],
    );
    assert.ok(files.calls.includes('append v1/usage/2026-03-12.jsonl'));
  });
});
