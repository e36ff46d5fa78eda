import assert from 'node:assert/strict';
import { drawDiagram } from '../../../src/diagrams/drawDiagram';
import { isHarmless, readDrawing } from '../../../src/host/diagrams/readDrawing';
import { refused, samples } from './samples';

/** The texts in a drawing, a line each. */
function textsIn(source: string): readonly string[] {
  const body = drawDiagram(source)?.body ?? '';
  const lines = [...body.matchAll(/<(?:text|tspan)\b[^>]*>([^<]*)(?=<)/g)].map(([, text = '']) => text);
  return lines
    .filter((line) => line !== '')
    .map((line) => line.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)));
}

describe('a diagram', () => {
  for (const [name, source] of Object.entries(samples)) {
    it(`with ${name} is drawn, and passes the check at the border`, () => {
      const drawing = drawDiagram(source);
      assert.ok(drawing);
      assert.deepEqual(readDrawing(drawing), drawing);
      assert.doesNotMatch(drawing.body, /NaN|Infinity|undefined/);
    });
  }

  for (const [name, source] of Object.entries(refused)) {
    it(`that is ${name} is not drawn`, () => assert.equal(drawDiagram(source), undefined));
  }

  it('shows all words of a flowchart, as Mermaid reads them', () => {
    const texts = textsIn(`flowchart TD
      A["say 'hi' & <bye>"] -- "yes #35;1" --> B(List<B>)
      subgraph one [The group]
        B ==>|a<br/>b| C{{<b>bold</b>}}
      end`);
    assert.deepEqual(
      texts.toSorted(),
      ['The group', "say 'hi' & <bye>", 'yes #1', 'List<B>', 'a', 'b', 'bold'].toSorted(),
    );
  });

  it('shows all words of a sequence', () => {
    const texts = textsIn(`sequenceDiagram
      autonumber 5 5
      actor U as The user
      U->>+S: ask: why?
      alt known
        S-->>-U: because
      else unknown
        Note over U,S: silence
      end
      U-xS: leave`);
    for (const text of [
      'The user',
      'S',
      '5. ask: why?',
      'alt',
      '[known]',
      '10. because',
      '[unknown]',
      'silence',
      '15. leave',
    ]) {
      assert.ok(texts.includes(text), `${text} in ${texts}`);
    }
  });

  it('shows types and marks of classes as they are read, not as they are written', () => {
    const texts = textsIn(`classDiagram
      class Store~T~ {
        <<abstract>>
        -Map~string, List~T~~ items
        ~get(key)* T
        +count()$ int
      }
      Store~T~ "1" o-- "0..*" Item : holds`);
    for (const text of [
      'Store<T>',
      '«abstract»',
      '-Map<string, List<T>> items',
      '~get(key) T',
      '+count() int',
      '1',
      '0..*',
      'holds',
    ]) {
      assert.ok(texts.includes(text), `${text} in ${texts}`);
    }
  });

  it('shows keys and comments of entities in columns', () => {
    const texts = textsIn(
      'erDiagram\n  A {\n    int id PK, FK "the first"\n    string name\n  }\n  A ||--o{ "B C" : "has many"',
    );
    assert.deepEqual(
      texts.toSorted(),
      ['A', 'B C', 'has many', 'int', 'id', 'PK, FK', 'the first', 'string', 'name'].toSorted(),
    );
  });

  it('draws two lines between the same nodes as two', () => {
    const lines = (source: string) => drawDiagram(source)?.body.match(/<path class="line"/g)?.length;
    assert.equal(lines('flowchart LR\n A -->|one| B\n A -->|two| B\n B --> A'), 3);
  });

  it('takes only colours from a text, and letters that can be read on them', () => {
    const body = (style: string) => drawDiagram(`flowchart LR\n A --> B\n style A ${style}`)?.body ?? '';
    assert.match(
      body('fill:#FFF,stroke:red,color:#fefefe'),
      /fill="#ffffff" stroke="#ff0000"[\s\S]*class="painted" fill="#000000"/,
    );
    assert.match(body('fill:#1f6feb,color:#fff'), /class="painted" fill="#ffffff"/);
    for (const style of [
      'fill:url(https://evil.test/x)',
      'fill:#fff"/><script>',
      'background:url(x),stroke:var(--x)',
      'color:#fff',
    ]) {
      assert.doesNotMatch(body(style), /painted|evil|script|url|var/, style);
    }
  });

  it('has room for all of its nodes: none lies on another', () => {
    for (const [name, source] of Object.entries(samples)) {
      if (!/^\s*(graph|flowchart|state)/m.test(source)) continue;
      const boxes = [...(drawDiagram(source)?.body ?? '').matchAll(/<rect class="box(?: painted)?"[^>]*>/g)].map(
        ([tag]) => {
          const number = (attribute: string) => Number(new RegExp(` ${attribute}="([-\\d.]+)"`).exec(tag)?.[1]);
          return {
            x: number('x'),
            y: number('y'),
            right: number('x') + number('width'),
            bottom: number('y') + number('height'),
          };
        },
      );
      for (const [at, one] of boxes.entries()) {
        for (const other of boxes.slice(at + 1)) {
          const isApart =
            one.right <= other.x || other.right <= one.x || one.bottom <= other.y || other.bottom <= one.y;
          // The box within a subroutine's is one of its own.
          const isWithin =
            one.y === other.y && one.bottom === other.bottom && one.x < other.x && one.right > other.right;
          assert.ok(isApart || isWithin, `${name}: ${JSON.stringify([one, other])}`);
        }
      }
    }
  });

  it('that is made to be hard to read is drawn rightly or not at all', () => {
    const hostile = [
      `flowchart TD\n${'A'.repeat(19_000)}`,
      `flowchart TD\nA${'['.repeat(9_000)}${']'.repeat(9_000)}`,
      `flowchart TD\nA ${'-'.repeat(19_000)}`,
      `flowchart TD\nA["${' '.repeat(19_000)}`,
      `sequenceDiagram\n${'a b-'.repeat(4_900)}`,
      `sequenceDiagram\nnote over ${'a,'.repeat(9_000)}`,
      `classDiagram\nA ${'"'.repeat(19_000)}`,
      `classDiagram\nclass ${'a '.repeat(9_000)}`,
      `classDiagram\nclass A {\n${'~'.repeat(19_000)}\n}`,
      `erDiagram\n${'a '.repeat(9_000)}`,
      `stateDiagram-v2\n${'a.'.repeat(9_500)}`,
      `stateDiagram-v2\n${' : '.repeat(6_000)}`,
      `%%{${'%%{'.repeat(6_000)}\nflowchart TD`,
      `---\n${'title: \n'.repeat(2_000)}`,
    ];
    for (const source of hostile) {
      const drawing = drawDiagram(source);
      assert.ok(drawing === undefined || isHarmless(drawing.body), source.slice(0, 40));
    }
  });
});
