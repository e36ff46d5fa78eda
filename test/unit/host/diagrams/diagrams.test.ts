import assert from 'node:assert/strict';
import { Diagrams, type Drawer } from '../../../../src/host/diagrams/diagrams';
import { RecentDrawings } from '../../../../src/host/diagrams/recentDrawings';
import type { DiagramDrawing } from '../../../../src/protocol/diagrams';

const drawing: DiagramDrawing = { kind: 'flowchart', width: 10, height: 10, body: '<g/>' };

/** Draws when it is told to. */
class ManualDrawer implements Drawer {
  readonly asked: string[] = [];
  private readonly answers: ((value: unknown) => void)[] = [];
  isDisposed = false;

  draw(source: string): Promise<unknown> {
    this.asked.push(source);
    return new Promise((resolve) => this.answers.push(resolve));
  }

  dispose(): void {
    this.isDisposed = true;
  }

  async answer(value: unknown): Promise<void> {
    await nextTurn();
    const answer = this.answers.shift();
    assert.ok(answer, 'nothing was asked');
    answer(value);
    await nextTurn();
  }
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('the diagrams of a window', () => {
  let drawer: ManualDrawer;
  let diagrams: Diagrams;
  beforeEach(() => {
    drawer = new ManualDrawer();
    diagrams = new Diagrams(() => Promise.resolve(drawer));
  });

  it('are drawn one at a time, each text once', async () => {
    const [one, again, other] = [diagrams.draw('one'), diagrams.draw('one'), diagrams.draw('other')];
    await nextTurn();
    assert.deepEqual(drawer.asked, ['one']);

    await drawer.answer(drawing);
    assert.deepEqual(drawer.asked, ['one', 'other']);
    await drawer.answer(undefined);

    assert.deepEqual([await one, await again, await other], [drawing, drawing, undefined]);
    assert.deepEqual([await diagrams.draw('one'), await diagrams.draw('other')], [drawing, undefined]);
    assert.deepEqual(drawer.asked, ['one', 'other']);
  });

  it('stay text if what comes back is not a drawing', async () => {
    const drawn = diagrams.draw('one');
    await drawer.answer({ ...drawing, body: '<script/>' });
    assert.equal(await drawn, undefined);
  });

  it('stay text where nothing can draw, and are tried again later', async () => {
    let tries = 0;
    diagrams = new Diagrams(async () => {
      tries += 1;
      if (tries === 1) throw new Error('no threads here');
      return drawer;
    });
    assert.equal(await diagrams.draw('one'), undefined);

    const again = diagrams.draw('one');
    await drawer.answer(drawing);
    assert.deepEqual(await again, drawing);
  });

  it('do not wait in a line that grows without end', async () => {
    const first = diagrams.draw('0');
    for (let at = 1; at < 50; at++) void diagrams.draw(String(at));

    assert.equal(await diagrams.draw('one too many'), undefined);
    await drawer.answer(drawing);
    assert.deepEqual(await first, drawing);
    void diagrams.draw('has room now');
    assert.equal(drawer.asked.length, 2);
  });

  it('end with the window', async () => {
    const one = diagrams.draw('one');
    const other = diagrams.draw('other');
    await nextTurn();
    diagrams.dispose();
    assert.equal(drawer.isDisposed, true);
    await drawer.answer(undefined);
    assert.deepEqual([await one, await other], [undefined, undefined]);
    assert.deepEqual(drawer.asked, ['one']);
  });
});

describe('drawings of before', () => {
  it('are kept by when they were last asked for, up to a number of them', () => {
    const recent = new RecentDrawings();
    for (let at = 0; at < 200; at++) recent.add(String(at), drawing);
    assert.deepEqual(recent.get('0'), drawing);
    recent.add('more', undefined);

    assert.deepEqual(
      [recent.has('0'), recent.has('1'), recent.has('2'), recent.has('more')],
      [true, false, true, true],
    );
    assert.equal(recent.get('more'), undefined);
  });

  it('are kept up to a size of all of them', () => {
    const recent = new RecentDrawings();
    const large = { ...drawing, body: ' '.repeat(900_000) };
    for (const name of ['a', 'b', 'c', 'd', 'd']) recent.add(name, large);
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((name) => recent.has(name)),
      [false, true, true, true],
    );
  });
});
