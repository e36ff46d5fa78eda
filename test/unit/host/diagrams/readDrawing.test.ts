import assert from 'node:assert/strict';
import { isHarmless, readDrawing } from '../../../../src/host/diagrams/readDrawing';

const harmless = [
  '',
  '<g/>',
  '<g transform="translate(1.5 -2)"><rect class="box painted" fill="#ff00ff" x="-1" y="0.5" width="3" height="4"/></g>',
  '<text text-anchor="middle" font-weight="600"><tspan x="1" y="2">a &#60;b&#62; &#38; &#34;c&#34; \u{1F680}</tspan></text>',
  '<path class="line" d="M1 2Q3 4 5.5 -6L7 8"/><polygon class="head" points="1,2 -3,4.5"/>',
];

const hostile = [
  '<script>alert(1)</script>',
  '<SCRIPT>alert(1)</SCRIPT>',
  '<foreignObject><div/></foreignObject>',
  '<foreignobject/>',
  '<image href="https://evil.test/a.png"/>',
  '<use href="#a"/>',
  '<a href="javascript:alert(1)"><text>x</text></a>',
  '<style>@import url(https://evil.test)</style>',
  '<animate attributeName="href" to="javascript:alert(1)"/>',
  '<set attributeName="onload" to="alert(1)"/>',
  '<rect onload="alert(1)"/>',
  '<rect style="background:url(https://evil.test)"/>',
  '<rect fill="url(https://evil.test#a)"/>',
  '<rect fill="red"/>',
  '<rect class="a;b"/>',
  '<rect x="1" xlink:href="https://evil.test"/>',
  "<rect x='1'/>",
  '<rect x=1/>',
  '<rect x="1"y="2"/>',
  '<rect\nx="1"/>',
  '<text>&lt;</text>',
  '<text>&xxe;</text>',
  '<text>&#x3c;</text>',
  '<text>]]></text>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<!-- --><script/>',
  '<!DOCTYPE svg [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>',
  '<?xml-stylesheet href="https://evil.test/a.css"?>',
  '</svg><script>alert(1)</script><svg>',
  '</g>',
  '<g>',
  '<g></text>',
  '<g><text></g></text>',
  '</g x="1">',
  '<g/',
  '<text>a < b</text>',
];

describe('what the thread that draws answers', () => {
  const drawing = { kind: 'flowchart', width: 100, height: 50, body: '<g/>' } as const;

  it('is a drawing if it only draws', () => {
    for (const body of harmless) assert.deepEqual(readDrawing({ ...drawing, body }), { ...drawing, body });
  });

  it('is refused if there is anything else in it', () => {
    for (const body of hostile) {
      assert.equal(isHarmless(body), false, body);
      assert.equal(isHarmless(`<g>${body}</g>`), false, body);
      assert.equal(readDrawing({ ...drawing, body }), undefined, body);
    }
  });

  it('is refused if it is too large, or no drawing', () => {
    assert.ok(readDrawing({ ...drawing, width: 8_000, height: 8_000 }));
    assert.equal(readDrawing({ ...drawing, body: `<g>${' '.repeat(1_000_000)}</g>` }), undefined);
    for (const wrong of [0, -1, 8_001, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '100', undefined]) {
      assert.equal(readDrawing({ ...drawing, width: wrong }), undefined, String(wrong));
      assert.equal(readDrawing({ ...drawing, height: wrong }), undefined, String(wrong));
    }
    for (const kind of ['pie', '__proto__', undefined, 1]) assert.equal(readDrawing({ ...drawing, kind }), undefined);
    for (const value of [undefined, null, 'svg', 1, [], {}]) assert.equal(readDrawing(value), undefined);
  });

  it('loses what else is with it', () => {
    assert.deepEqual(readDrawing({ ...drawing, extra: 'x' }), drawing);
  });
});
