import assert from 'node:assert/strict';
import { readSteps } from '../../../../../src/core/interactions/steps';
import { toReport } from '../../../../../src/core/research/report/report';
import { words } from '../researchUnderTest';

const matter = {
  question: 'Q',
  agent: 'a',
  createdAt: 0,
  interactionId: 'v1',
  tokens: 0,
  cost: '',
  status: 'completed',
};

/** What stands in a report of these outputs below its head. Each output is a list of texts, or of what else it holds. */
function body(...outputs: readonly (readonly unknown[])[]): string {
  const steps = readSteps(
    outputs.map((content) => ({
      type: 'model_output',
      content: content.map((piece) => (typeof piece === 'string' ? { type: 'text', text: piece } : piece)),
    })),
  );
  const { markdown } = toReport({ question: 'Q', steps, matter, words: { ...words, partial: undefined } });
  return markdown.replace(/^---\n[\s\S]*?\n---\n\n/, '');
}

describe('the title of a report', () => {
  const isAdded = (text: string) => body([text]).startsWith('# Q\n\n');

  it('is the question where the agent wrote none', () => {
    assert.equal(body(['Text']), '# Q\n\nText\n');
    for (const text of ['## Second\n\nText', '#tag', 'a # b', '    # code']) assert.equal(isAdded(text), true, text);
  });

  it('is the one that the agent wrote, wherever it stands', () => {
    for (const text of ['# T', '   # T', 'Before.\n\n# T', '`a` b\n\n# T', '~a~ b\n\n# T', '```\na\n```\n\n# T']) {
      assert.equal(isAdded(text), false, text);
    }
  });

  it('is no comment in a block of code', () => {
    for (const text of [
      '```sh\n# a\n```',
      '```sh\nls\n# a\n```',
      '  ```sh\n# a\n  ```',
      '~~~sh\nls\n# a\n~~~',
      '````md\n```\n# a\n```\n# b\n````',
    ]) {
      assert.equal(isAdded(text), true, text);
    }
  });
});

describe('the outputs of a report', () => {
  const png = { type: 'image', mime_type: 'image/png', data: 'iVBORw0KGgo=' };

  it('have nothing in place of what is no text and no picture', () => {
    assert.equal(
      body(['# T'], [{ type: 'audio', mime_type: 'audio/wav', data: 'UklG' }], [{ type: 'odd' }], []),
      '# T\n',
    );
  });

  it('begin a block on a line of its own, and no more than that', () => {
    const begins = ['## B', '- b', '* b', '+ b', '1. b', '12) b', '| b |', '> b', '---'];
    for (const second of begins) assert.equal(body(['# T\n\na'], [second]), `# T\n\na\n\n${second}\n`, second);
    assert.equal(body(['# T\n\na'], ['```\nb\n```']), '# T\n\na\n\n```\nb\n```\n');
    assert.equal(body(['# T\n\n- a\n'], ['- b']), '# T\n\n- a\n- b\n');
    assert.equal(body(['# T\n\na'], [' b.']), '# T\n\na b.\n');
    assert.equal(body(['# T\n\na'], ['-b']), '# T\n\na-b\n');
  });

  it('begin a block only at their beginning', () => {
    assert.equal(body(['# T\n\na ', '> b']), '# T\n\na > b\n');
    assert.equal(body(['# T\n\na'], [png, '- b']), '# T\n\na\n\n![Figure 1](figure-1.png)\n\n- b\n');
  });

  it('may be nothing but a list of sources', () => {
    assert.equal(
      body(['**Sources:**\n1. [A](https://a.example/x)']),
      '# Q\n\n## Sources\n\n1. <a id="source-1"></a>[A](<https://a.example/x>) – a.example\n',
    );
  });

  it('name the host of a source once, and never that of Google for a page', () => {
    const list = [
      '[a.example, a page](https://a.example/x)',
      '[B](https://vertexaisearch.cloud.google.com/grounding-api-redirect/b)',
    ].map((line, index) => `${index + 1}. ${line}`);

    assert.match(
      body([`# T\n\n**Sources:**\n${list.join('\n')}`]),
      /\[a\.example, a page\]\(<https:\/\/a\.example\/x>\)\n2\. .*\[B\]\(<https:\/\/vertex[^>]*>\)\n$/,
    );
  });
});
