import assert from 'node:assert/strict';
import { drawDiagram } from '../../src/diagrams/drawDiagram';
import type { TurnView } from '../../src/protocol/chat';
import { longestDiagram } from '../../src/protocol/diagrams';
import { everyday } from '../budget';
import { samples } from '../unit/diagrams/samples';
import { axeFaults, prepareAxe } from './axe';
import { CanaryServer } from './canaryServer';
import type { PanelPage } from './panelPage';
import { type ThemeName, themeCss } from './themes';
import { answered, longText, ready, turn } from './turns';
import { type PageOptions, usePanels } from './usePanels';

const source = 'flowchart TD\n  A[Start] --> B{Works?}\n  B -->|yes| C[Done]\n';
const fenced = (text: string, language = 'mermaid') => `\`\`\`${language}\n${text.replace(/\n?$/, '\n')}\`\`\`\n`;

describe('Diagrams in answers', function () {
  this.timeout(60_000);
  const open = usePanels();

  async function show(text: string, options: PageOptions = {}): Promise<PanelPage> {
    const panel = await open(options);
    await panel.snapshot([answered('t1', 'Draw it', text)], { ...ready, canOpenDiagrams: true });
    return panel;
  }

  /** Answers what the panel has asked as the host does, and waits for the pictures. */
  async function draw(panel: PanelPage, count: number): Promise<void> {
    await panel.until(`hostSide.messages.filter(({ type }) => type === 'drawDiagram').length >= ${count}`);
    for (const { source: text } of await panel.postedOf('drawDiagram')) {
      const drawing = drawDiagram(text);
      await panel.tell({ type: 'diagramDrawn', source: text, ...(drawing && { drawing }) });
    }
  }

  const picture = (panel: PanelPage) => panel.page.getByRole('img', { name: /^Diagram: / });

  it('are code while they come, and pictures when they are whole', async () => {
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text: '```mermaid\n' }] })]);
    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: source });
    assert.equal(await panel.page.locator('.code-block pre').textContent(), source.trimEnd());
    assert.deepEqual(await panel.postedOf('drawDiagram'), []);

    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: '```\n\nThat is it.\n' });
    await draw(panel, 1);
    await picture(panel).waitFor();

    assert.deepEqual(await panel.postedOf('drawDiagram'), [{ type: 'drawDiagram', source }]);
    assert.equal(await picture(panel).getAttribute('alt'), 'Diagram: flowchart. Its source can be shown.');
    assert.equal(await panel.page.locator('.code-block pre').isVisible(), false);
    const drawn = await picture(panel).evaluate((img: HTMLImageElement) => [img.naturalWidth, img.width, img.complete]);
    const width = drawDiagram(source)?.width;
    assert.deepEqual(drawn, [width, width, true]);
  });

  it('show their source and the picture again by one button, which keeps the focus', async () => {
    const panel = await show(fenced(source, 'mmd'));
    await draw(panel, 1);
    const pre = panel.page.locator('.code-block pre');
    await panel.button('Show Source').press('Enter');

    assert.deepEqual([await pre.isVisible(), await picture(panel).count()], [true, 0]);
    assert.equal(await pre.textContent(), source.trimEnd());
    assert.equal(await panel.page.evaluate('document.activeElement.ariaLabel'), 'Show Diagram');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual([await pre.isVisible(), await picture(panel).isVisible()], [false, true]);
    assert.equal(await panel.page.evaluate('document.activeElement.ariaLabel'), 'Show Source');
    // What wraps lines is passed over while there are none.
    await panel.page.keyboard.press('ArrowLeft');
    assert.equal(await panel.page.evaluate('document.activeElement.ariaLabel'), 'Open Diagram');
  });

  it('can be opened in the preview where there is one, and copied as what they were written as', async () => {
    const panel = await show(`${fenced('x\n', 'ts')}\n${fenced(source)}`);
    await draw(panel, 1);
    await panel.button('Open Diagram').click();
    await panel.button('Copy Code').last().click();
    assert.deepEqual(
      (await panel.postedOf('actOnCode')).map(({ block, action }) => [block, action]),
      [
        [1, 'openDiagram'],
        [1, 'copyCode'],
      ],
    );

    await panel.snapshot([answered('t1', 'Draw it', fenced(source))]);
    await panel.button('Show Source').waitFor();
    assert.equal(await panel.button('Open Diagram').count(), 0);
  });

  it('stay code if they cannot be drawn, or are too long to ask', async () => {
    const long = `flowchart TD\n${'  A --> B\n'.repeat(longestDiagram / 8)}`;
    const panel = await show(`${fenced('gantt\n  title A\n')}\n${fenced(long)}\n${fenced('pie\n "a" : 1\n')}`);
    await draw(panel, 2);

    await panel.until(`document.querySelectorAll('.code-toolbar').length === 3`);
    assert.deepEqual(
      (await panel.postedOf('drawDiagram')).map((asked) => asked.source),
      ['gantt\n  title A\n', 'pie\n "a" : 1\n'],
    );
    assert.equal(await picture(panel).count(), 0);
    assert.equal(await panel.button('Show Source').count(), 0);
    assert.equal(await panel.button('Open Diagram').count(), 3);
  });

  it('go back to their source if the picture is broken', async () => {
    const panel = await show(fenced(source));
    await panel.until(`hostSide.messages.some(({ type }) => type === 'drawDiagram')`);
    const drawing = { kind: 'flowchart', width: 10, height: 10, body: '<g>' } as const;
    await panel.tell({ type: 'diagramDrawn', source, drawing });
    await panel.page.evaluate('new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))');

    assert.equal(await panel.page.locator('.code-block pre').isVisible(), true);
    assert.equal(await panel.button('Show Source').count(), 0);
  });

  it('are asked about when the user comes near, and once for the same text', async () => {
    const panel = await open();
    const turns: TurnView[] = [
      answered('t1', 'One', `${fenced(source)}\n${longText}\n\n${longText}\n\n${longText}`),
      answered('t2', 'Two', fenced('flowchart LR\n  X --> Y\n')),
      answered('t3', 'Three', fenced('flowchart LR\n  X --> Y\n')),
    ];
    await panel.snapshot(turns);
    await draw(panel, 1);
    await panel.until(`document.querySelectorAll('.diagram > img').length === 2`);
    assert.deepEqual(
      (await panel.postedOf('drawDiagram')).map((asked) => asked.source),
      ['flowchart LR\n  X --> Y\n'],
    );

    await panel.articles.nth(1).focus();
    await panel.page.keyboard.press('Control+Home');
    await panel.page.evaluate(`document.querySelector('.conversation').scrollTop = 0`);
    await draw(panel, 2);
    await panel.until(`document.querySelectorAll('.diagram > img').length === 3`);
    assert.equal((await panel.postedOf('drawDiagram')).length, 2);
  });

  it('take the colours of the theme, and those of the next one', async () => {
    const panel = await show(fenced(source));
    await draw(panel, 1);
    await picture(panel).waitFor();
    const address = async () => decodeURIComponent((await picture(panel).getAttribute('src')) ?? '');
    assert.match(await address(), /text:not\(\.painted\)\{fill:#cccccc\}/);
    const before = await panel.postedOf('drawDiagram');

    await panel.page.evaluate(`(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(${JSON.stringify(themeCss('highContrastLight'))});
      document.adoptedStyleSheets = [sheet];
      document.body.className = 'vscode-high-contrast-light';
    })()`);
    await panel.until(`!document.querySelector('.diagram > img').src.includes('cccccc')`);

    assert.match(await address(), /text\{fill:#[\da-f]{6}\}/);
    assert.deepEqual(await panel.postedOf('drawDiagram'), before);
  });

  for (const theme of everyday<ThemeName>(['light', 'dark', 'highContrast', 'highContrastLight'], 2)) {
    it(`have nothing axe finds fault with: ${theme}`, async () => {
      const panel = await show(fenced(source), { theme });
      await draw(panel, 1);
      await picture(panel).waitFor();
      await prepareAxe(panel.page);
      assert.deepEqual(await axeFaults(panel.page, { isPart: true }), []);
    });
  }

  it('are found by the words of their source, which is shown then', async () => {
    const panel = await show(`Before.\n\n${fenced(source)}\nBehind.`);
    await draw(panel, 1);
    await picture(panel).waitFor();
    await panel.tell({ type: 'findOpened' });
    await panel.page.getByRole('textbox', { name: 'Find' }).fill('works?');

    await panel.page.locator('.code-block pre').waitFor();
    await panel.until(`CSS.highlights.get('find-current').size === 1`);
    assert.equal(await panel.button('Show Diagram').count(), 1);
  });

  it('scroll in a box of their own when they are wide or high, and are never too small to read', async () => {
    for (const width of [240, 400, 800]) {
      const panel = await show(
        `${fenced(samples['a pipeline'] ?? '')}\n\n${fenced(samples['states in states'] ?? '')}`,
        { width },
      );
      await draw(panel, 2);
      await panel.until(`document.querySelectorAll('.diagram > img').length === 2`);
      const boxes = await panel.page.locator('.diagram').evaluateAll((all) =>
        all.map((box) => {
          const img = box.querySelector('img');
          const { naturalWidth = 0, width: shown = 0 } = img ?? {};
          return { scale: shown / naturalWidth, isWide: box.scrollWidth > box.clientWidth, height: box.clientHeight };
        }),
      );
      assert.equal(await panel.page.evaluate('document.documentElement.scrollWidth'), width);
      for (const { scale, isWide, height } of boxes) {
        assert.ok(scale > 0.69 && scale <= 1, String(scale));
        assert.ok(height <= 700 * 0.7 + 1);
        if (isWide) assert.ok(scale < 0.71);
      }
      const [wide] = boxes;
      assert.equal(wide?.isWide, true);
      await panel.page.locator('.diagram').first().focus();
      await panel.page.keyboard.press('ArrowRight');
      await panel.until(`document.querySelector('.diagram').scrollLeft > 0`);
    }
  });

  it('do not move what is read when they are drawn above it', async () => {
    const panel = await show(`${fenced(source)}\n${fenced(samples['states in states'] ?? '')}\n${longText}`);
    await panel.page.evaluate(
      `document.querySelector('.conversation').dispatchEvent(new WheelEvent('wheel', { deltaY: -1 }))`,
    );
    await panel.page.evaluate(`(() => {
      const view = document.querySelector('.conversation');
      const top = document.querySelector('.segment > p').getBoundingClientRect().top;
      view.scrollTop += top - view.getBoundingClientRect().top - 100;
    })()`);
    const placeOf = () =>
      panel.page
        .locator('.segment > p')
        .first()
        .evaluate((text) => Math.round(text.getBoundingClientRect().top));
    await panel.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const before = await placeOf();
    await draw(panel, 2);
    await panel.until(`document.querySelectorAll('.diagram > img').length === 2`);
    await panel.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

    assert.ok(Math.abs((await placeOf()) - before) <= 2, `${before} became ${await placeOf()}`);
  });

  it('run nothing, load nothing and lead nowhere, whatever is in them', async () => {
    const canary = await CanaryServer.start();
    try {
      const panel = await show(
        hostile(canary.address)
          .map((text) => fenced(`${text}\n`))
          .join('\n'),
      );
      await panel.page.evaluate(`window.pwnedTimes = 0; window.pwned = () => { pwnedTimes += 1; };`);
      await panel.page.evaluate(`(async () => {
        const view = document.querySelector('.conversation');
        for (let top = view.scrollHeight; top >= 0; top -= 600) {
          view.scrollTop = top;
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
      })()`);
      await draw(panel, hostile('').length);
      await panel.until(`document.querySelectorAll('.diagram > img').length > 10`);
      for (const box of await panel.page.locator('.diagram').all()) await box.click();

      assert.equal(await panel.page.evaluate('pwnedTimes'), 0);
      assert.deepEqual(
        await panel.page.locator('.diagram *').evaluateAll((all) => [...new Set(all.map((e) => e.localName))]),
        ['img'],
      );
      assert.equal(await panel.page.locator('.turns :is(svg, script, iframe, foreignObject)').count(), 0);
      assert.deepEqual(
        (await panel.posted()).filter(({ type }) => type.startsWith('open')),
        [],
      );
      assert.equal(canary.connections, 0);
    } finally {
      await canary.stop();
    }
  });
});

const hostile = (address: string): readonly string[] => [
  'flowchart LR\n A["<script>pwned()</script>"] --> B',
  `flowchart LR\n A["<img src=x onerror=pwned()><img src=${address}/i.png>"] --> B`,
  'flowchart LR\n A["<foreignObject><body onload=pwned()></foreignObject>"] --> B',
  `flowchart LR\n A["]]></text></svg><script>pwned()</script>"] --> B`,
  `flowchart LR\n A --> B\n click A "javascript:pwned()" _self`,
  `flowchart LR\n A --> B\n click A href "${address}/click"`,
  'flowchart LR\n A --> B\n click A call pwned()',
  `%%{init: {"securityLevel": "loose", "htmlLabels": true}}%%\nflowchart LR\n A["<a href='javascript:pwned()'>x</a>"] --> B`,
  `%%{init: {"themeCSS": "@import url(${address}/theme.css)"}}%%\nflowchart LR\n A --> B`,
  `flowchart LR\n A --> B\n style A fill:url(${address}/fill.svg),stroke:red`,
  `flowchart LR\n A --> B\n classDef x fill:#fff;}</style><script>pwned()</script>\n class A x`,
  `flowchart LR\n A:::x" onload="pwned() --> B`,
  `flowchart LR\n A["&#60;script&#62;pwned()&#60;/script&#62;"] --> B["#60;svg onload=pwned()#62;"]`,
  `flowchart LR\n subgraph "x\\" onload=\\"pwned()"\n A --> B\n end`,
  `sequenceDiagram\n participant A as <script>pwned()</script>\n A->>B: <img src="${address}/m.png" onerror="pwned()">`,
  `sequenceDiagram\n A->>B: x\n link A: Dashboard @ javascript:pwned()\n links A: {"x": "${address}/l"}`,
  `classDiagram\n class A {\n +<svg/onload=pwned()> x\n }\n link A "${address}/c"`,
  'classDiagram\n class A\n callback A "pwned"',
  `erDiagram\n "<script>pwned()</script>" ||--o{ B : "<image href='${address}/e.svg'/>"`,
  'stateDiagram-v2\n s1 : <iframe srcdoc="<script>parent.pwned()</script>">\n s1 --> s2 : "onload="pwned()',
  `---\ntitle: <script>pwned()</script>\n---\nflowchart LR\n A["\u202egnp.exe \ud83d\ude00 \u0000"] --> B["<use href='${address}/u.svg#x'/>"]`,
];
