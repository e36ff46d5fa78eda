import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { highlightChunks } from '../../../../media/highlight/highlightChunks';
import { highlighter } from '../../../../media/highlight/languages';
import { RunEmitter } from '../../../../media/highlight/runEmitter';
import { type Run, takeRuns } from '../../../../media/highlight/runs';
import { budget } from '../../../budget';
import { cpuTimeOf } from '../../../cpuTime';

describe('highlightChunks', () => {
  it('colours in pieces as it would the whole', () => {
    for (const [path, language] of [
      ['media/markdown/markdownStream.ts', 'ts'],
      ['test/workspace/harvest.py', 'python'],
      ['media/styles/controls.css', 'css'],
      ['package.json', 'json'],
      ['CONTRIBUTING.md', 'md'],
    ] as const) {
      const text = readFileSync(path, 'utf8').repeat(3);
      const chunks = [...highlightChunks(text, language)];
      const { _emitter: emitter } = highlighter.highlight(text, { language, ignoreIllegals: true });
      assert.ok(chunks.length > 1, path);
      assert.ok(emitter instanceof RunEmitter);
      assert.deepEqual(joined(chunks.flat()), joined(emitter.runs), path);
    }
  });

  it('does not start again inside of a comment', () => {
    const text = `/*\n${'let a = 1;\n'.repeat(1_000)}*/\nlet b = 2;\n`;
    const comment = joined([...highlightChunks(text, 'js')].flat())[0];
    assert.equal(comment?.kind, 'comment');
    assert.equal(comment?.text, text.slice(0, text.indexOf('*/') + 2));
  });

  it('loses no character, whatever the text, and leaves long lines alone', () => {
    const long = `let a = '${'x'.repeat(200_000)}';`;
    for (const text of [
      '',
      '\n',
      'a',
      `a\n${long}\nlet b;\n`,
      '\u0000\ud800</span>&lt;',
      `${'('.repeat(2_000)}\n`.repeat(50),
    ]) {
      for (const language of ['js', 'html', 'bash', 'python', 'markdown', 'rust', 'cpp', 'yaml']) {
        const shown = [...highlightChunks(text, language)].flat().map((run) => run.text);
        assert.ok(text.startsWith(shown.join('')), language);
        if (text.length < 100) assert.equal(shown.join(''), text);
      }
    }
  });

  it('takes no long time over a text that was made to take long', () => {
    const attacks = [
      'a.'.repeat(240),
      '<a '.repeat(160),
      '"\\'.repeat(240),
      '((((a'.repeat(99),
      '$'.repeat(490),
      'x=>'.repeat(160),
    ];
    for (const attack of attacks) {
      for (const language of ['css', 'js', 'java', 'cpp']) {
        let steps = 0;
        const took = cpuTimeOf(() => {
          for (const chunks = highlightChunks(`${attack}\n`.repeat(budget(100, 20)), language); !chunks.next().done; )
            steps += 1;
        });
        assert.ok(took / steps < 500, `${language} took ${took} ms in ${steps} steps with ${attack.slice(0, 10)}`);
      }
    }
  }).timeout(60_000);
});

describe('takeRuns', () => {
  const runs: readonly Run[] = [
    { text: 'abc', kind: 'keyword' },
    { text: 'de', kind: undefined },
  ];

  it('cuts where it is told to', () => {
    assert.deepEqual(takeRuns(runs, 4), {
      head: [
        { text: 'abc', kind: 'keyword' },
        { text: 'd', kind: undefined },
      ],
      rest: [{ text: 'e', kind: undefined }],
    });
    assert.deepEqual(takeRuns(runs, 3)?.rest, [{ text: 'de', kind: undefined }]);
    assert.deepEqual(takeRuns(runs, 5)?.rest, []);
    assert.deepEqual(takeRuns([], 0), { head: [], rest: [] });
  });

  it('waits for what is not there yet', () => assert.equal(takeRuns(runs, 6), undefined));
});

/** Where a piece ends makes no difference to what is to be seen. */
function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && last.kind === run.kind) result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}
