import assert from 'node:assert/strict';
import type { PanelPage } from './panelPage';
import { ready, stateOf } from './turns';
import { usePanels } from './usePanels';

describe('The colours of code', () => {
  const open = usePanels();
  const colour = (panel: PanelPage, kind: string) =>
    panel.page.evaluate<string>(`getComputedStyle(document.body).getPropertyValue('--tok-${kind}')`);

  it('are those of the theme where it has some, and those of the style sheet elsewhere', async () => {
    const panel = await open();
    await panel.snapshot();
    const [comment, string] = [await colour(panel, 'comment'), await colour(panel, 'string')];
    assert.notEqual(comment, '');

    await panel.tell({
      type: 'stateChanged',
      state: stateOf({ ...ready, tokenColors: { comment: '#123456', tag: '#abcdef80' } }),
    });
    assert.equal(await colour(panel, 'comment'), '#123456');
    assert.equal(await colour(panel, 'tag'), '#abcdef80');
    assert.equal(await colour(panel, 'string'), string);

    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await colour(panel, 'comment'), comment);
  });

  it('come with the first picture if they are known by then', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, tokenColors: { comment: '#123456' } });

    assert.equal(await colour(panel, 'comment'), '#123456');
  });
});
