import assert from 'node:assert/strict';
import { encodeEntry, readEntries, type UsageEntry, withoutRepeats } from '../../../../src/core/usage/usageEntry';
import { localDay, UsageLedger } from '../../../../src/core/usage/usageLedger';
import { firstReportedDay, reportedDays, usageReport } from '../../../../src/core/usage/usageReport';
import { MemoryFiles } from '../storage/memoryFiles';

const noon = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();
const usage = { input: 9, output: 4, thought: 2, toolUse: 1, cached: 3, total: 16, grounding: { google_search: 2 } };
const entry = (more: Partial<UsageEntry> = {}): UsageEntry => ({
  at: noon(2026, 11, 29),
  model: 'gemini-3.8-flash',
  purpose: 'chat',
  usage,
  dollars: 0.001,
  isEstimate: undefined,
  mark: '',
  ...more,
});

describe('the ledger of usage', () => {
  it('gives back what was written, also what the service said nothing of', () => {
    const entries = [
      entry(),
      entry({ purpose: 'commit', usage: undefined, dollars: undefined, mark: '0a' }),
      entry({ model: 'deep-research-preview-04-2026', purpose: 'research', dollars: 2, isEstimate: true }),
    ];
    assert.deepEqual(readEntries(entries.map(encodeEntry).join('')), entries);
  });

  it('leaves out what is torn, foreign or of a later version, and keeps the rest', () => {
    const text = `{"t":"2026\n[1]\nnull\n{"t":"2026-11-29T10:00:00.000Z","k":"hologram"}\n${encodeEntry(entry())}{"t":`;
    assert.deepEqual(readEntries(text), [entry()]);
  });

  it('counts an interaction once that is met twice, by the first word on what it took', () => {
    const unsaid = entry({ mark: 'a', usage: undefined, dollars: undefined });
    const said = entry({ mark: 'a' });
    const again = entry({ mark: 'a', dollars: 9 });
    const other = entry({ mark: 'b' });
    const unstored = entry();
    assert.deepEqual(withoutRepeats([unsaid, said, other, unstored, again, unstored]), [
      said,
      other,
      unstored,
      unstored,
    ]);
  });

  it('is a file for each local day, which several windows write', async () => {
    const files = new MemoryFiles();
    const [one, two] = [new UsageLedger(files), new UsageLedger(files.otherProcess(2))];
    await one.append(entry({ at: noon(2026, 11, 28) }));
    await two.append(entry({ purpose: 'title' }));
    await one.append(entry({ purpose: 'fix' }));

    assert.deepEqual(files.paths, ['v1/usage/2026-11-28.jsonl', 'v1/usage/2026-11-29.jsonl']);
    const today = await two.between('2026-11-29', '2026-11-29');
    assert.deepEqual(
      today.map(({ purpose }) => purpose),
      ['title', 'fix'],
    );
    assert.equal((await one.between('2026-11-01', '2026-11-30')).length, 3);
    assert.deepEqual(await one.between('2026-12-01', '2026-12-31'), []);
  });

  it('has no line longer than 300 characters, and nothing of an interaction but numbers, names and its mark', () => {
    const line = encodeEntry(entry({ mark: '0123abcd', isEstimate: true }));
    assert.ok(line.length < 300);
    assert.deepEqual(Object.keys(JSON.parse(line)), [
      't',
      'm',
      'k',
      'in',
      'cached',
      'thought',
      'out',
      'tool',
      'total',
      'search',
      'usd',
      'about',
      'x',
    ]);
  });
});

describe('the report of usage', () => {
  const now = noon(2026, 11, 29);

  it('sums today, the month and the last 30 days, with days on which nothing was used', () => {
    const entries = [
      entry({ at: noon(2026, 10, 31), dollars: 1 }),
      entry({ at: noon(2026, 11, 1), dollars: 2 }),
      entry({ at: now, dollars: 4, purpose: 'commit', model: 'gemini-3.5-flash-lite' }),
      entry({ at: now, dollars: undefined, usage: undefined }),
    ];
    const report = usageReport(entries, now);

    assert.equal(report.today.dollars, 4);
    assert.equal(report.today.unpriced, 1);
    assert.equal(report.month.dollars, 6);
    assert.equal(report.month.searches, 4);
    assert.equal(report.days.length, reportedDays);
    assert.deepEqual([report.days[0]?.name, report.days.at(-1)?.name], ['2026-10-31', '2026-11-29']);
    assert.deepEqual(
      report.days.map(({ dollars }) => dollars).filter((dollars) => dollars > 0),
      [1, 2, 4],
    );
    assert.deepEqual(
      report.models.map(({ name, dollars, requests }) => [name, dollars, requests]),
      [
        ['gemini-3.5-flash-lite', 4, 1],
        ['gemini-3.8-flash', 3, 3],
      ],
    );
    assert.deepEqual(
      report.purposes.map(({ name }) => name),
      ['commit', 'chat'],
    );
  });

  it('has each day once, also where the clocks change', () => {
    for (let day = 1; day <= 366; day += 1) {
      const at = noon(2026, 1, day);
      const names = usageReport([], at).days.map(({ name }) => name);
      assert.equal(new Set(names).size, reportedDays, localDay(at));
      assert.equal(names.at(-1), localDay(at));
    }
  });

  it('begins with the month, where that began more than 30 days ago', () => {
    assert.equal(firstReportedDay(noon(2026, 12, 31)), '2026-12-01');
    assert.equal(firstReportedDay(noon(2026, 12, 5)), '2026-11-06');
  });
});
