import assert from 'node:assert/strict';
import { ageGroup, relativeAge } from '../../../../src/host/history/chatAge';

/** A local time, as the machine of the test has it. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
const now = at(20, 9, 30);
const hourMs = 3_600_000;

describe('the age of a chat', () => {
  it('counts by the days of this machine and not by 24 hours', () => {
    assert.equal(ageGroup(at(20, 0, 1), now), 'today');
    assert.equal(ageGroup(at(19, 23, 59), now), 'yesterday');
    assert.equal(ageGroup(at(19, 0, 0), now), 'yesterday');
    assert.equal(ageGroup(at(18, 23, 59), now), 'lastWeek');
    assert.equal(ageGroup(at(13, 0, 0), now), 'lastWeek');
    assert.equal(ageGroup(at(12, 23, 59), now), 'older');
    assert.equal(ageGroup(0, now), 'older');
  });

  it('is the next day for each day of the year, however long the day', () => {
    for (let day = 0; day < 366; day += 1) {
      const morning = new Date(2026, 0, day, 8).getTime();
      assert.equal(ageGroup(new Date(2026, 0, day - 1, 23, 30).getTime(), morning), 'yesterday', String(day));
    }
  });

  it('is of today when the clock was set back meanwhile', () => {
    assert.equal(ageGroup(now + 400 * 24 * hourMs, now), 'today');
    assert.equal(relativeAge(now + 400 * 24 * hourMs, now, 'en'), 'now');
  });

  it('reads as people say it', () => {
    assert.equal(relativeAge(now - 30_000, now, 'en'), 'now');
    assert.equal(relativeAge(now - 90_000, now, 'en'), '1 minute ago');
    assert.equal(relativeAge(now - 5 * hourMs, now, 'en'), '5 hours ago');
    assert.equal(relativeAge(at(19, 23, 59), now, 'en'), 'yesterday');
    assert.equal(relativeAge(at(15, 12), now, 'en'), '5 days ago');
    assert.equal(relativeAge(at(1, 12), now, 'en'), 'Nov 1, 2026');
    assert.equal(relativeAge(at(15, 12), now, 'de'), 'vor 5 Tagen');
  });
});
