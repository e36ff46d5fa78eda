import assert from 'node:assert/strict';
import { savedName, withPicturesIn } from '../../../../../src/core/research/report/savedReport';

describe('a report that is saved in the workspace', () => {
  it('has the day on which it was asked for in its name', () => {
    assert.equal(savedName(new Date(2026, 10, 28, 23, 59).getTime(), 'heat-pumps'), '2026-11-28-heat-pumps');
    assert.equal(savedName(new Date(2027, 0, 5).getTime(), 'tides'), '2027-01-05-tides');
  });

  it('shows its pictures from the folder beside it', () => {
    const markdown = '![Figure 1](figure-1.png) and ![](figure-12.jpg)\n\n![A \\(b\\)](figure-3.webp)\n';

    assert.equal(
      withPicturesIn(markdown, '2026-11-28-tides'),
      '![Figure 1](2026-11-28-tides/figure-1.png) and ![](2026-11-28-tides/figure-12.jpg)\n\n' +
        '![A \\(b\\)](2026-11-28-tides/figure-3.webp)\n',
    );
  });

  it('finds them in a folder whose name a link could not hold', () => {
    assert.equal(withPicturesIn('![a](figure-1.png)', 'tides (1) ü'), '![a](tides%20%281%29%20%C3%BC/figure-1.png)');
  });

  it('has all else as it was: links, other pictures, and words that look like them', () => {
    const markdown =
      '[a](figure-1.png) ![a](figure-x.png) ![a](figure-1.) ![a](other/figure-1.png) ![a]\n(figure-1.png) (figure-1.png)';

    assert.equal(withPicturesIn(markdown, 'f'), markdown);
  });
});
