import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Answer } from '../../../../../src/core/conversation/answer';
import { readSteps, type Step } from '../../../../../src/core/interactions/steps';
import { toReport } from '../../../../../src/core/research/report/report';
import { repositoryRoot } from '../../../../launch/repositoryRoot';
import { collect, never, question, serverUnderTest } from '../../../gemini/serverUnderTest';
import { words } from '../researchUnderTest';

const fixtures = join(repositoryRoot, 'test/fixtures');
const agent = 'deep-research-preview-04-2026';

/** `UPDATE_GOLDEN=1` writes the files. Look at them in the Markdown preview before they are kept. */
function assertGolden(name: string, asked: string, status: string, steps: readonly Step[]): void {
  const matter = {
    question: asked,
    agent,
    createdAt: 0,
    interactionId: `v1_${name}`,
    tokens: 842_113,
    cost: '',
    status,
  };
  const { markdown, pictures } = toReport({
    question: asked,
    steps,
    matter,
    words: { ...words, partial: words.partial(status) },
  });
  const file = join(fixtures, 'research', `${name}.md`);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, markdown);
  assert.ok(existsSync(file), file);
  assert.equal(markdown, readFileSync(file, 'utf8'));
  for (const { name: picture } of pictures) assert.ok(markdown.includes(`](${picture})`), picture);
}

describe('the reports of transcripts', () => {
  const under = serverUnderTest();

  const recordings: readonly (readonly [name: string, files: readonly string[], status: string])[] = [
    ['08-deep-research', ['08-deep-research'], 'completed'],
    ['08b-deep-research-cut', ['08b-deep-research-cut'], 'incomplete'],
    ['08c-deep-research-resumed', ['08b-deep-research-cut', '08c-deep-research-resumed'], 'completed'],
    ['22-research-several-outputs', ['22-research-several-outputs'], 'completed'],
  ];
  for (const [name, files, status] of recordings) {
    it(`${name} is written as it always was`, async () => {
      const answer = new Answer();
      for (const file of files) {
        under.server.answerNext({ sse: readFileSync(join(fixtures, 'sse', `${file}.sse`), 'utf8') });
        answer.prepareToResume();
        for (const event of await collect(under.client.ask(question('hi'), never()))) answer.apply(event);
      }
      assertGolden(name, 'Quantum computing', status, readSteps(answer.steps));
    });
  }

  for (const file of globSync(join(fixtures, 'research', '*.json')).sort()) {
    it(`${basename(file)} is written as it always was`, () => {
      const { question: asked, status, steps } = JSON.parse(readFileSync(file, 'utf8'));
      assertGolden(basename(file, '.json'), asked, status, readSteps(steps));
    });
  }
});
