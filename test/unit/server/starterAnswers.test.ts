import assert from 'node:assert/strict';
import { starterPrompts } from '../../server/answers/starterAnswers';
import { model, once, withServer } from './harness';

/** What each of the starter prompts has to show, in their order. */
const shown: readonly RegExp[] = [
  /```mermaid\\nflowchart/,
  /\$\$\\nQ = /,
  /\| Plant /,
  /"google_search_result".*"url_citation"/,
  /"code_execution_result"/,
  /"image\/png"/,
];

describe('local server: the questions that `npm start` offers', () => {
  it(
    'are answered with one kind of answer each',
    withServer(async (_, ai) => {
      assert.equal(starterPrompts.length, shown.length);
      for (const [at, input] of starterPrompts.entries()) {
        const interaction = await ai.interactions.create({ model, input }, once);
        assert.match(JSON.stringify(interaction.steps), shown[at] ?? /^$/, input);
      }
    }),
  );
});
