import assert from 'node:assert/strict';
import { withoutSources } from '../../../../../src/core/research/report/writtenSources';

const url = 'https://a.example/x';
/** What is read from one line of a list. */
const read = (line: string) => withoutSources(`Body\n\n# Sources\n${line}`).sources;

describe('the list of sources that an agent writes', () => {
  it('is taken off the end of the text, with its title and the empty lines', () => {
    const text = `  Body\n\nMore.\n\n## Quellen\n\n1. ${url}\n\n \n2. [B](https://b.example)\n\n`;

    assert.deepEqual(withoutSources(text), {
      text: '  Body\n\nMore.',
      sources: [
        { number: 1, title: '', url },
        { number: 2, title: 'B', url: 'https://b.example' },
      ],
    });
  });

  it('may be all that there is', () => {
    assert.deepEqual(withoutSources(`Sources:\n1. ${url}\u00A0\n`), {
      text: '',
      sources: [{ number: 1, title: '', url }],
    });
  });

  it('has a title in any form', () => {
    for (const title of ['# Sources', '###### Quellen', '**Sources**', '  **Sources:**', '__Sources__:', '参考文献:']) {
      assert.equal(withoutSources(`Body\n\n${title}\n1. ${url}`).text, 'Body', title);
    }
  });

  it('is none without a title over it, or without an address under it', () => {
    const texts = [
      `Body\n\n1. ${url}\n2. ${url}`,
      `1. ${url}\n2. ${url}`,
      `It is said. So:\n1. ${url}`,
      `${'x'.repeat(41)}:\n1. ${url}`,
      `####### Sources\n1. ${url}`,
      `**Sources__\n1. ${url}`,
      'Body\n\n# Sources',
      'Body\n\n# Sources\n\n',
      'Body\n\n# Sources\n1. A book',
      `Body\n\n# Sources\n1. ${url}\n\nThe end.`,
      '',
    ];
    for (const text of texts) assert.deepEqual(withoutSources(text), { text, sources: [] }, text);
  });

  it('numbers its lines in one of the usual ways', () => {
    for (const number of ['7.', '7)', '[7]', '[7].', '[7]:', '- 7.', '* [7]', '\t+  7)']) {
      assert.deepEqual(read(`${number} ${url}`), [{ number: 7, title: '', url }], number);
    }
    assert.deepEqual(
      read(`1234. ${url}`).map(({ number }) => number),
      [1234],
    );
    for (const number of ['7', '12345.', '-', 'a.', '[7]..', '7.\u00A0'])
      assert.deepEqual(read(`${number} ${url}`), [], number);
  });

  it('gives a page the title that its link or the words beside its address say', () => {
    const lines = [
      ['[A \\[b\\] c](https://a.example/x)', 'A [b] c', url],
      ['see [A](<https://a.example/x>) (2026)', 'A', url],
      ['A page: https://a.example/x', 'A page:', url],
      ['https://a.example/x \\*A page\\*  ', '*A page*', url],
      ['[ A ](HTTPS://a.example/x_(y))', 'A', 'HTTPS://a.example/x_(y)'],
      ['(https://a.example/x_(y)).', '().', 'https://a.example/x_(y)'],
    ] as const;
    for (const [line, title, address] of lines) {
      assert.deepEqual(read(`1. ${line}`), [{ number: 1, title, url: address }], line);
    }
  });
});
