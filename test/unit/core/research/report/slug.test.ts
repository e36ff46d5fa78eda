import assert from 'node:assert/strict';
import { slugOf } from '../../../../../src/core/research/report/slug';

describe('the file name of a report', () => {
  it('takes the first words of the question, in any script', () => {
    assert.equal(slugOf('  Heat pumps, in old houses?  '), 'heat-pumps-in-old-houses');
    assert.equal(slugOf('Wärmepumpen: 冷暖房'), 'wärmepumpen-冷暖房');
  });

  it('is one on every system', () => {
    assert.equal(slugOf('con'), 'report-con');
    assert.equal(slugOf('LPT1'), 'report-lpt1');
    assert.equal(slugOf('../../etc/passwd'), 'etc-passwd');
    assert.equal(slugOf('???'), 'report');
  });

  it('reads mathematical letters as what they show, and is never too long', () => {
    assert.equal(slugOf('𝐀'.repeat(80)), 'a'.repeat(60));
    assert.equal(slugOf(`${'a'.repeat(59)} b`), 'a'.repeat(59));
    assert.equal(slugOf(`${'a'.repeat(58)} bc`), `${'a'.repeat(58)}-b`);
    assert.ok(Buffer.byteLength(`${slugOf('𠀀'.repeat(200))}.md`) <= 255);
  });
});
