import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/base/clock';
import { DisposableStore } from '../../../../src/core/base/disposables';
import { Emitter } from '../../../../src/core/base/emitter';

describe('listeners of an event', () => {
  it('are called in their order, each as often as it was registered', () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    const listener = (value: number) => void heard.push(`a${value}`);
    const first = emitter.event(listener);
    emitter.event((value) => void heard.push(`b${value}`));
    emitter.event(listener);
    emitter.fire(1);
    first.dispose();
    emitter.fire(2);
    emitter.dispose();
    emitter.fire(3);
    assert.deepEqual(heard, ['a1', 'b1', 'a1', 'b2', 'a2']);
  });

  it('may leave and come while they are called', () => {
    const emitter = new Emitter<string>();
    const heard: string[] = [];
    const first = emitter.event((value) => {
      first.dispose();
      emitter.event((later) => void heard.push(`new ${later}`));
      heard.push(`first ${value}`);
    });
    emitter.event((value) => void heard.push(`second ${value}`));
    emitter.fire('a');
    emitter.fire('b');
    assert.deepEqual(heard, ['first a', 'second a', 'second b', 'new b']);
  });
});

describe('a store of what is disposed together', () => {
  it('disposes each once, and what comes later at once', () => {
    const store = new DisposableStore();
    const disposed: string[] = [];
    const item = (name: string) => ({ dispose: () => void disposed.push(name) });
    const first = item('first');
    assert.equal(store.add(first), first);
    store.add(item('second'));
    assert.deepEqual(disposed, []);
    store.dispose();
    store.dispose();
    assert.deepEqual(disposed, ['first', 'second']);
    store.add(item('late'));
    assert.deepEqual(disposed, ['first', 'second', 'late']);
  });
});

describe('the clock of the system', () => {
  const long = 3_600_000;

  it('ends a wait when its signal aborts, and leaves nothing behind', async () => {
    const controller = new AbortController();
    const waiting = systemClock.wait(long, controller.signal);
    controller.abort();
    await waiting;
    await systemClock.wait(long, controller.signal);
    await systemClock.wait(0, new AbortController().signal);
  });

  it('counts in milliseconds', () => {
    const [from, wall, to] = [Date.now(), systemClock.wallNow(), Date.now()];
    assert.ok(from <= wall && wall <= to);
    const [first, second] = [systemClock.now(), systemClock.now()];
    assert.ok(first > 0 && first <= second);
  });
});
