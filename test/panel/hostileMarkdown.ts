const c = '{canary}';
const js = `globalThis.pwned(1)`;
const bad = `javascript:${js}`;

const templates: readonly string[] = [
  // Pictures
  `![](${c}/a.png) ![x](${c}/b.png "t") ![x][p] ![p][] ![p]\n\n[p]: ${c}/c.png`,
  `![![![x](${c}/d.png)](${c}/e.png)](${c}/f.png)`,
  `[![x](${c}/g.png)](javascript:${js})`,
  `![x](${c}/h.png =100x100) ![x](${c}/i.png){onerror=${js}}`,
  `<img src="${c}/j.png"> **<img src=${c}/k.png>** [<img src=${c}/l.png>](${c}/m)`,
  // Addresses without marks
  `${c}/bare see ${c}/bare. (${c}/bare) "${c}/bare" ${c}/<script>${js}</script>`,
  `https://evil.test/\u200b\u202e https://evil.test/"onmouseover="${js} https://evil.test/'><img src=x onerror=${js}>`,
  // Titles, labels and languages as a way out of an attribute
  `[x](https://a.test "\\"><img src=x onerror=${js}>") [x](https://a.test '"onmouseover="${js}')`,
  `[x]: https://a.test "\\"><script>${js}</script>"\n\n[x]`,
  `[__proto__]: https://a.test\n[constructor]: https://b.test\n[toString]: https://c.test\n\n[__proto__] [constructor] [toString] [hasOwnProperty] [valueOf]`,
  `\`\`\`"><img src=x onerror=${js}>\nx\n\`\`\`\n\n\`\`\`constructor\nx\n\`\`\`\n\n\`\`\`__proto__ title="../../etc/passwd"\nx\n\`\`\``,
  `\`\`\`html title="<img src=x onerror=${js}>"\n<script>${js}</script><img src=x onerror=${js}>\n\`\`\``,
  // Blocks around HTML
  `> <script>${js}</script>\n\n- <iframe src="${c}/fr"></iframe>\n\n1. <style>@import "${c}/st";</style>\n\n# <svg onload=${js}>`,
  `| <script>${js}</script> | <img src=x onerror=${js}> |\n|---|:-:|\n| <a href="${bad}">x</a> | [x](${bad}) |\n| \`<img src=x onerror=${js}>\` | ![x](${c}/cell.png) |`,
  `- [ ] <input autofocus onfocus=${js}>\n- [x] [x](${bad})`,
  `<div>\n\n**bold** <script>\n\n${js}\n\n</script>\n\n</div>`,
  `<!-- -->\n<script>${js}</script>\n<!--\n\n-->\n<plaintext>\n\n<textarea><title><noembed>`,
  // Formulas
  `$$\n\\href{${bad}}{x} \\url{${c}/u} \\includegraphics{${c}/tex.png}\n$$`,
  `$$\n\\htmlData{x=1}{y} \\htmlStyle{background:url(${c}/hs)}{x} \\text{<script>${js}</script>}\n$$`,
  `$$\n\\def\\x{\\x\\x}\\x\n$$\n\n$$\n${'{'.repeat(5_000)}\n$$\n\n$$\n${'\\frac{1}'.repeat(1_000)}\n$$`,
  `$$\n\\raisebox{99em}{\\color{red}\\rule{99em}{99em}} \\hspace{-99em} x\n$$`,
  `$$\n\\htmlId{app}{x} \\htmlClass{composer}{y} \\htmlData{onclick=${js}}{z}\n$$`,
  `$$\n\\newcommand{\\a}[1]{#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}\n$$\n\n$$\n\\let\\x\\y\\let\\y\\x\\x\n$$`,
  `$$\n\\gdef\\sqrt#1{\\href{${bad}}{#1}} \\sqrt{2}\n$$\n\n$$\n\\sqrt{2}\n$$`,
  `$$\n\\begin{matrix}${'&'.repeat(400)}\\\\${'&'.repeat(400)}\\end{matrix}\n$$`,
  // Diagrams
  `\`\`\`mermaid\ngraph TD; A["<img src='${c}/mm.png' onerror=${js}>"] --> B; click A "${bad}"; click B href "${c}/mh"\n\`\`\``,
  `\`\`\`mermaid\n%%{init: {"securityLevel":"loose","themeCSS":"*{background:url(${c}/mc)}"}}%%\nsequenceDiagram\nA->>B: <script>${js}</script>\n\`\`\``,
  `\`\`\`mermaid\nflowchart LR\n  style A fill:url(${c}/mf)\n  classDef x background:url(${c}/mx)\n  A:::x -->|"<b onclick=${js}>"| B[("${c}/mb")]\n\`\`\``,
  // Styles and scripts in the words of others
  `<style>.composer{display:none}</style>\n\n{style="position:fixed"} {.composer} {#app}\n\n:::warning{onclick=${js}}\nx\n:::`,
  `<link rel=icon href=${c}/ic> <link rel=manifest href=${c}/ma> <link rel=preload as=script href=${c}/pl>`,
  `<a href="${c}" download target=_top>x</a> <area href="${bad}"> <button formaction="${bad}">x</button> <isindex action="${bad}">`,
  `<object data="${bad}"></object> <applet code=x> <bgsound src="${c}/bg"> <layer src="${c}/ly"> <table background="${c}/tb"><td background="${c}/td">`,
  `<set attributeName=href to=${bad}> <handler>${js}</handler> <math href="${bad}">x</math> <x xlink:href="${bad}">`,
  // Places where HTML would be read again
  `<select><option><style></option></select><img src=x onerror=${js}></style>`,
  `<svg><desc><![CDATA[</desc><script>${js}</script>]]></svg>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror=${js}></annotation-xml></math>`,
  `<iframe src="data:text/html,<script>parent.pwned(1)</script>"></iframe><noframes><p title="</noframes><img src=x onerror=${js}>">`,
  `<div id=app><div id=hostSide><form name=parentNode><input name=attributes><a id=window name=pwned href="${c}/clobber">`,
  `<img name=getElementById><form id=body><input id=forms name=cookie>`,
  `<img src="${c}/1.png"\n\nonerror=${js}>\n\n<img\nsrc="${c}/2.png">`,
  `<dialog open><form method=dialog action="${c}/dialog"><button autofocus>OK</button></form></dialog><popover popover=manual>x`,
  `<script type=speculationrules>{"prefetch":[{"urls":["${c}/spec"]}]}</script><script type=importmap>{}</script>`,
  `<input type=image src="${c}/inp.png"> <track src="${c}/tr.vtt"> <source src="${c}/so.mp4"> <body background="${c}/body.png">`,
  `<p style="--x:url(${c}/var);background:var(--x)"> <font color=red face="x" size=7> <blink> <center>`,
  `<?php echo 1 ?> <% x %> <![if IE]> <!DOCTYPE html SYSTEM "${c}/dtd"> <!ENTITY x SYSTEM "${c}/ent">`,
  // Text that hides or turns around
  `[\u202etest.elgoog//:sptth](https://evil.test/) \u2067\u2066[a](https://b.test)\u2069\u2069`,
  `${'\u{e0041}\u{e0042}'.repeat(50)}[x](https://a.test/${'\u{e0043}'.repeat(50)})`,
  `a\u0300${'\u0301'.repeat(5_000)} ${'\ud83d'.repeat(50)} \udc00\ud800`,
  // Sizes and depths
  `${'> '.repeat(5_000)}deep`,
  Array.from({ length: 5_000 }, (_, depth) => `${' '.repeat(depth % 400)}- x`).join('\n'),
  `${'- '.repeat(5_000)}deep`,
  '[x]('.repeat(20_000),
  `${'!['.repeat(3_000)}x${'](y)'.repeat(3_000)}`,
  `${'*a **b '.repeat(8_000)}${' c** d*'.repeat(8_000)}`,
  `${'~~a '.repeat(10_000)}${'`'.repeat(3_000)}`,
  `${'<'.repeat(50_000)}${'&'.repeat(50_000)}${'\\'.repeat(50_000)}`,
  `${'*'.repeat(20_000)}x${'*'.repeat(20_000)}`,
  `|${'a|'.repeat(2_000)}\n|${'-|'.repeat(2_000)}\n|${'x|'.repeat(2_000)}`,
  `| a | b |\n|---|---|\n${'| <img src=x onerror=pwned()> | [x](javascript:x) |\n'.repeat(10_000)}`,
  'https://evil.test/'.repeat(20_000),
  'a'.repeat(1_000_000),
  'word '.repeat(200_000),
  `${Array.from({ length: 5_000 }, (_, at) => `[r${at}]: https://a.test/${at}`).join('\n')}\n\n${Array.from({ length: 2_000 }, (_, at) => `[r${at}]`).join(' ')}`,
  `\`\`\`\n${'x\n'.repeat(50_000)}`,
  '$$\nx\n'.repeat(3_000),
  '# h\n\n---\n\n***\n\n'.repeat(3_000),
];

/** What can be tried with Markdown. `canary` is the address that must never hear of it. */
export function hostileMarkdown(canary: string): readonly string[] {
  return templates.map((template) => template.replaceAll(c, canary));
}
