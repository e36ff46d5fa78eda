import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { AnswerPart } from '../../src/parts/answerPart';
import { turn } from './turns';
import { usePanels } from './usePanels';

const parts: readonly AnswerPart[] = [
  { kind: 'thought', text: 'Hm' },
  { kind: 'text', text: 'Look:\n\n```js\na\n```\n\n' },
  { kind: 'text', text: '```js\nb\n```\n' },
];

describe('Context menus in the panel', () => {
  const open = usePanels();

  /** What VS Code hands to the commands of its menu: what all elements around say, the inner ones first. */
  async function contextAt(place: Locator): Promise<object> {
    await place.click({ button: 'right' });
    return place.evaluate((element) => {
      const contexts: object[] = [];
      for (let inner: Element | null = element; inner; inner = inner.parentElement) {
        contexts.push(JSON.parse(inner.getAttribute('data-vscode-context') ?? '{}'));
      }
      return Object.assign({}, ...contexts.reverse());
    });
  }

  it('know the answer, and the block of code in it', async () => {
    const panel = await open();
    await panel.snapshot([turn({ id: 'a', parts })], undefined, 'this chat');
    const answer = { geminiAnswer: true, chatId: 'this chat', turnId: 'a' };

    assert.deepEqual(await contextAt(panel.page.getByText('Look:')), answer);
    assert.deepEqual(await contextAt(panel.page.locator('pre').nth(1)), {
      ...answer,
      geminiCode: true,
      part: 1,
      block: 1,
    });
  });

  it('offer nothing of an answer at a question', async () => {
    const panel = await open();
    await panel.snapshot([turn({ id: 'a', prompt: 'Why?', parts })]);

    assert.deepEqual(await contextAt(panel.page.getByText('Why?')), {});
  });
});
