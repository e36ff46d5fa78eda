import assert from 'node:assert/strict';
import { issueAddress } from '../../../../src/host/status/issueAddress';
import { issuePage } from '../../../../src/names';

describe('the address of a new issue', () => {
  it('holds the report as it is', () => {
    const report = '## What happened\n\nA & B = 100 % ? #1 \ud83d\ude00 \ud83d';
    const address = new URL(issueAddress(report) ?? '');
    assert.equal(address.origin + address.pathname, issuePage);
    assert.equal(address.searchParams.get('body'), report.toWellFormed());
  });

  it('is none for a report that is too long', () => {
    assert.equal(issueAddress('ä'.repeat(2_000)), undefined);
    assert.notEqual(issueAddress('a'.repeat(2_000)), undefined);
  });
});
