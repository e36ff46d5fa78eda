import { readFileSync } from 'node:fs';
import { usePanels } from './panelPage';
import { answered } from './turns';
import type { ThemeName } from './themes';
describe('pictures', function () {
  this.timeout(120_000);
  const open = usePanels();
  const [names = '', themes = 'dark', widths = '600', height = '1400'] = (process.env.PICS ?? '').split(';');
  it('are made', async () => {
    for (const name of names.split(','))
      for (const theme of themes.split(','))
        for (const width of widths.split(',')) {
          const panel = await open({ theme: theme as ThemeName, width: Number(width), height: Number(height), reducedMotion: true });
          await panel.snapshot([answered('r', 'Show me', readFileSync(`/tmp/look/pics/${name}.md`, 'utf8'))]);
          await panel.page.evaluate(`document.querySelector('.conversation').scrollTop = 0`);
          await new Promise((r) => setTimeout(r, 700));
          await panel.page.screenshot({ path: `/tmp/look/out/${name}-${theme}-${width}.png`, caret: 'initial' });
        }
  });
});
