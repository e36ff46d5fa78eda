import type { Interactions } from '@google/genai';
import { textStep } from '../answer';
import { barChart } from './chartImage';
import { promptOf, type Question } from './question';
import { codeExecutionSteps, searchSteps } from './toolAnswers';

type Steps = readonly Interactions.Step[];

const diagram = `Water goes from the tank to the beds only while it is cool:

\`\`\`mermaid
flowchart LR
  Tank --> Pump
  Pump --> Valve{Cool enough?}
  Valve -- yes --> Beds
  Valve -- no --> Tank
\`\`\`
`;

const formula = `The flow through a pipe of radius $r$ and length $L$ follows from the pressure that is lost on the way:

$$
Q = \\frac{\\pi \\, r^4 \\, \\Delta p}{8 \\, \\eta \\, L}
$$

Half of the radius is a sixteenth of the flow.
`;

const table = `| Plant    | Water a day | Light   | Ready in |
| :------- | ----------: | :------ | -------: |
| Basil    |       0.2 l | sun     |  6 weeks |
| Lettuce  |       0.5 l | shade   |  8 weeks |
| Tomato   |       1.0 l | sun     | 12 weeks |
`;

const picture = { type: 'image' as const, mime_type: 'image/png' as const, data: barChart([0.3, 0.6, 0.9]) };

/** What `npm start` without a key offers to try: each shows another kind of answer. */
const answers: Readonly<Record<string, (question: Question, thought: Interactions.Step) => Steps>> = {
  'Show me a diagram': (_, thought) => [thought, textStep(diagram)],
  'Show me a formula': (_, thought) => [thought, textStep(formula)],
  'Show me a table': (_, thought) => [thought, textStep(table)],
  'Show me a search with sources': searchSteps,
  'Show me Python that runs: sum 3, 5 and 8': codeExecutionSteps,
  'Show me a picture': (_, thought) => [
    thought,
    { type: 'model_output', content: [{ type: 'text', text: 'Here is a picture:\n\n' }, picture] },
  ],
};

export const starterPrompts: readonly string[] = Object.keys(answers);

/** Undefined: the question is none of these. */
export function starterSteps(question: Question, thought: Interactions.Step): Steps | undefined {
  return answers[promptOf(question).trim()]?.(question, thought);
}
