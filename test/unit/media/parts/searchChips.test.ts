import assert from 'node:assert/strict';
import { searchChips } from '../../../../media/parts/searchChips';
import { cpuTimeOf } from '../../../cpuTime';

const chipsOf = (...html: readonly string[]) => searchChips(html).map(({ text, url }) => [text, url.href]);

describe('searchChips', () => {
  it('reads the links of the suggestions, each once', () => {
    const html =
      '<style>.chip{}</style><div><a class="chip" href="https://a.example/?q=x&amp;r=y">who &amp; what</a></div>';

    assert.deepEqual(chipsOf(html, html, '<a href="https://b.example/">b</a>'), [
      ['who & what', 'https://a.example/?q=x&r=y'],
      ['b', 'https://b.example/'],
    ]);
  });

  it('takes no link that leads to no web page, and none without words', () => {
    assert.deepEqual(
      chipsOf('<a href="javascript:alert(1)">x</a><a>y</a><a href="https://a.example/"><b>z</b></a><a href="https://a'),
      [],
    );
  });

  it('reads hostile HTML in time', () => {
    for (const html of ['<a '.repeat(100_000), `<a ${'href='.repeat(50_000)}>`, '&'.repeat(200_000)]) {
      assert.ok(cpuTimeOf(() => searchChips([html])) < 1_000);
    }
  });
});
