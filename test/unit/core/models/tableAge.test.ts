import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { modelTable } from '../../../../src/core/models/modelTable';

/** Prices and retirements that were compared with Google's pages longer ago than this are not released. Days. */
const oldest = 90;

/** The day of the release that is being made, or of the newest one that the changelog dates. Undefined: there is none. */
function releaseDay(): string | undefined {
  const dated = /^## .*?(\d{4}-\d\d-\d\d)/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1];
  return process.env.RELEASE_DATE ?? dated;
}

function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / (24 * 3_600_000);
}

describe('the table of models', () => {
  it('has a day that can be read, and a page that is Google’s', () => {
    assert.match(modelTable.checkedOn, /^\d{4}-\d\d-\d\d$/);
    assert.ok(Number.isFinite(Date.parse(modelTable.checkedOn)));
    assert.match(modelTable.source, /^https:\/\/ai\.google\.dev\//);
  });

  it('is no older than 90 days at a release', () => {
    const day = releaseDay();
    if (day === undefined) return;
    const age = daysBetween(modelTable.checkedOn, day);
    assert.ok(age <= oldest, `compare it with Google’s pages again: it is ${age} days old on ${day}`);
  });
});
