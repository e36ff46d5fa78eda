import assert from 'node:assert/strict';
import { type FailureAction, type FailureView, failureActions } from '../../src/protocol/failures';
import type { PanelPage } from './panelPage';
import { ready, stateOf, turn } from './turns';
import { usePanels } from './usePanels';

describe('Failures in the panel', () => {
  const open = usePanels();

  function failure(id: FailureAction): FailureView {
    return { message: `It failed: ${id}.`, action: { id, label: `Do ${id}` } };
  }

  function hasFocus(panel: PanelPage): Promise<boolean> {
    return panel.composer.evaluate((input) => input === input.ownerDocument.activeElement);
  }

  it('has a button for every action', async () => {
    const panel = await open();
    await panel.snapshot(failureActions.map((id) => turn({ id, status: 'failed', failure: failure(id) })));

    for (const id of failureActions) await panel.button(`Do ${id}`).click();

    assert.deepEqual(
      await panel.postedOf('actOnFailure'),
      failureActions.map((id) => ({ type: 'actOnFailure', turnId: id, action: id })),
    );
  });

  it('are not an answer that was stopped or cut: it goes on by one button, as long as it is the end of the chat', async () => {
    const panel = await open();
    const parts = [{ kind: 'text', text: 'Half of' }] as const;
    const noteAction = { id: 'continue', label: 'Continue' } as const;
    await panel.snapshot([turn({ status: 'streaming', parts })]);
    const more = panel.button('Continue');
    assert.equal(await more.count(), 0);

    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'stopped', noteAction });
    assert.equal(await panel.page.getByRole('alert').count(), 0);
    await more.click();
    assert.equal(await hasFocus(panel), true);
    assert.deepEqual(await panel.postedOf('actOnFailure'), [
      { type: 'actOnFailure', turnId: 't1', action: 'continue' },
    ]);

    await panel.tell({ type: 'turnAdded', turn: turn({ id: 't2', status: 'done', parts }) });
    assert.equal(await more.isVisible(), false);
    await panel.tell({ type: 'turnChanged', turnId: 't2', status: 'done', note: 'It reached its limit.', noteAction });
    await more.last().click();
    assert.equal((await panel.postedOf('actOnFailure')).at(-1)?.turnId, 't2');
  });

  it('leave it alone in a chat that can only be read, which says why', async () => {
    const panel = await open();
    const noteAction = { id: 'continue', label: 'Continue' } as const;
    const parts = [{ kind: 'text', text: 'Half of' }] as const;
    await panel.snapshot([turn({ status: 'stopped', parts, noteAction })], { ...ready, readOnly: true });
    await panel.button('Continue').click({ force: true });
    assert.deepEqual(await panel.postedOf('actOnFailure'), []);
    assert.notEqual(await panel.button('Continue').getAttribute('title'), '');
  });

  it('say of an answer that was stopped before it began that there is none', async () => {
    const panel = await open();
    await panel.snapshot([turn({ status: 'stopped' })]);
    await panel.page.getByText('Stopped before an answer arrived.').waitFor();
  });

  it('goes away when the turn is tried again, and leaves the focus to the composer', async () => {
    const panel = await open();
    await panel.snapshot([turn({ status: 'failed', failure: failure('resend') })]);
    await panel.button('Do resend').click();

    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'waiting' });

    assert.equal(await panel.page.getByRole('alert').count(), 0);
    assert.equal(await panel.button('Do resend').count(), 0);
    assert.equal(await panel.page.getByText('Waiting for Gemini').isVisible(), true);
    assert.equal(await hasFocus(panel), true);
  });

  it('offers what helps now, after a snapshot and after a change', async () => {
    const panel = await open();
    const chat = (id: FailureAction) => [turn({ status: 'failed', failure: failure(id) })];
    await panel.snapshot(chat('setApiKey'));

    await panel.snapshot(chat('resend'));
    assert.equal(await panel.button('Do setApiKey').count(), 0);
    await panel.button('Do resend').click();
    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'failed', failure: failure('wait') });
    assert.equal(await panel.button('Do resend').count(), 0);
    await panel.button('Do wait').click();

    const actions = (await panel.postedOf('actOnFailure')).map(({ action }) => action);
    assert.deepEqual(actions, ['resend', 'wait']);
  });

  it('asks for the key again where the saved one cannot be read', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, key: 'unreadable' });

    assert.equal(await panel.composer.isVisible(), false);
    assert.equal(await panel.page.getByText('Enter it again; chats are untouched.').isVisible(), true);
    assert.equal(await panel.page.getByText('with your own API key').count(), 0);
    await panel.button('Set API Key').click();
    await panel.button('Get a key from Google AI Studio').click();
    assert.deepEqual((await panel.posted()).slice(1), [{ type: 'setApiKey' }, { type: 'openKeyPage' }]);

    await panel.page.evaluate('document.activeElement.blur()');
    await panel.tell({ type: 'composerFocused' });
    assert.equal(await panel.button('Set API Key').evaluate((b) => b === b.ownerDocument.activeElement), true);
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, key: 'missing' }) });
    assert.equal(await panel.page.getByText('with your own API key').isVisible(), true);
    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await hasFocus(panel), true);
  });
});
