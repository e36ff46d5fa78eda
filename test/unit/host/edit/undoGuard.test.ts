import assert from 'node:assert/strict';
import { UndoGuard } from '../../../../src/host/edit/undoGuard';

function finished(...frames: readonly string[]): UndoGuard {
  const guard = new UndoGuard();
  for (const frame of frames) guard.frame(frame);
  guard.finish(frames.at(-1) ?? '');
  return guard;
}

describe('the guard against undo', () => {
  it('knows each text of the stream, and the first one, when undo leads back to it', () => {
    const guard = finished('a', 'b', 'whole');

    assert.equal(guard.ledBack('b', 'undo'), true);
    assert.equal(guard.ledBack('a', 'undo'), true);
    assert.equal(guard.ledBack('whole', 'undo'), false);
    assert.equal(guard.ledBack('other', 'undo'), false);
  });

  it('takes no other change for an undo', () => {
    assert.equal(finished('a', 'whole').ledBack('a', 'edit'), false);
  });

  it('lets undo lead to a text of the stream that the user has made again by hand', () => {
    const guard = finished('a', 'b', 'whole');

    guard.ledBack('a', 'edit');

    assert.equal(guard.ledBack('a', 'undo'), false);
    assert.equal(guard.ledBack('b', 'undo'), true);
  });

  it('still knows a text that a redo has passed through', () => {
    const guard = finished('a', 'b', 'whole');

    assert.equal(guard.ledBack('b', 'redo'), false);
    assert.equal(guard.ledBack('b', 'undo'), true);
  });

  it('tells texts of the same length apart', () => {
    const guard = finished('ab', 'ba', 'whole');

    assert.equal(guard.ledBack('bb', 'undo'), false);
    assert.equal(guard.ledBack('ba', 'undo'), true);
  });

  it('is of no opinion while the proposal is being written', () => {
    const guard = new UndoGuard();
    guard.frame('a');

    assert.equal(guard.ledBack('a', 'undo'), false);
    assert.equal(guard.isPristine('a'), false);
  });

  it('calls the proposal pristine as long as it is as it was written', () => {
    const guard = finished('a', 'whole');

    assert.equal(guard.isPristine('whole'), true);
    assert.equal(guard.isPristine('whole and more'), false);
  });
});
