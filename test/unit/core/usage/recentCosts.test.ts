import assert from 'node:assert/strict';
import { RecentCosts } from '../../../../src/core/usage/recentCosts';

describe('the last costs', () => {
  it('call an answer costly that cost more than the 20 before it together, and not earlier', () => {
    const costs = new RecentCosts();
    for (let n = 0; n < 19; n += 1) assert.equal(costs.add(1), false);
    assert.equal(costs.add(1_000), false);
    assert.equal(costs.add(1_018), false);
    assert.equal(costs.add(2_037), true);
  });

  it('go back beyond this window', () => {
    const costs = new RecentCosts();
    assert.equal(costs.add(1), false);
    costs.seed(Array.from({ length: 40 }, () => 1));
    assert.equal(costs.add(20), false);
    assert.equal(costs.add(39.5), true);
  });

  it('of before this window are the last 20', () => {
    const costs = new RecentCosts();
    costs.seed([...Array.from({ length: 5 }, () => 100), ...Array.from({ length: 20 }, () => 1)]);
    assert.equal(costs.add(20.5), true);
  });
});
