import { withoutCode } from './codeBlock';
import { answersOf, promptOf, type Question } from './question';

const notGemini = 'This answer comes from the local test server, not from Gemini.';

interface Sample {
  readonly asked: RegExp;
  readonly text: (topic: string) => string;
}

const codeSample = `Here is a function that gives the first Fibonacci numbers:

\`\`\`typescript
/** The first \`count\` Fibonacci numbers, from 0. */
export function fibonacci(count: number): number[] {
  const numbers: number[] = [];
  for (let a = 0, b = 1; numbers.length < count; [a, b] = [b, a + b]) numbers.push(a);
  return numbers;
}
\`\`\`

The same in Python:

\`\`\`python
def fibonacci(count):
    a, b = 0, 1
    for _ in range(count):
        yield a
        a, b = b, a + b
\`\`\`

Call \`fibonacci(10)\` to see it end with \`34\`.`;

const tableSample = `| Choice | Good for | Cost |
| :--- | :--- | ---: |
| **Flash** | everyday questions, quick edits | low |
| **Pro** | hard problems, long code | higher |
| \`flash-lite\` | commit messages | lowest |

Pick the first row when in doubt.`;

const listSample = `1. **Prepare**
   - Read the code that changes
     - its callers
     - its tests
   - Write down what must stay true
2. **Change**
   - One step at a time
   - Run the tests after each
3. **Check**
   - [x] It compiles
   - [x] The tests pass
   - [ ] Someone else has read it`;

/** Long enough to scroll, made of the topic and the same five thoughts in turn. */
function essay(topic: string): string {
  const sections = [
    'Why it matters',
    'Where it began',
    'How it works',
    'What goes wrong',
    'What helps',
    'What is next',
  ];
  const body = sections.map((title, index) => {
    const sentences = Array.from(
      { length: 9 },
      (_, sentence) => essaySentences[(sentence + index) % essaySentences.length],
    );
    return `## ${index + 1}. ${title}\n\n${sentences.slice(0, 5).join(' ')}\n\n${sentences.slice(5).join(' ')}`;
  });
  return `# ${topic}\n\n${body.join('\n\n')}\n\n> Written at length to show how a long answer arrives.`;
}

const essaySentences = [
  'A program is read far more often than it is written, so its first duty is to be clear.',
  'Small steps are easier to check than large ones, and easier to take back.',
  'A good name saves a comment; a good comment says what no name can.',
  'Whoever measures before changing finds that the slow part is seldom where it was expected.',
  'An error that is reported early costs minutes; one that is found late costs days.',
];

const samples: readonly Sample[] = [
  { asked: /\b(long|essay|article|at length)\b/i, text: essay },
  { asked: /\btable\b|\bcompare\b/i, text: () => tableSample },
  { asked: /\b(list|steps|checklist|plan)\b/i, text: () => listSample },
  { asked: /\b(code|function|snippet|implement|program|script|fibonacci)\b/i, text: () => codeSample },
  {
    asked: /\bmarkdown\b|\beverything\b/i,
    text: () =>
      `# Heading\n\nSome **bold**, *italic* and \`inline code\`.\n\n${listSample}\n\n${tableSample}\n\n${codeSample}`,
  },
];

/** Prose for everything without a special answer. */
export function prose(question: Question): string {
  const prompt = withoutCode(promptOf(question));
  const sample = samples.find(({ asked }) => asked.test(prompt));
  if (sample) return sample.text(topicOf(prompt));
  const first = answersOf(question).length === 0 ? `${notGemini}\n\n` : '';
  return `${first}You asked: “${topicOf(prompt)}”

There is no model here to think about that, but you can see how answers look:

- ask for *code*, a *table*, a *list* or a *long* essay,
- send code and ask for an explanation,
- tell me your name and ask for it later.`;
}

function topicOf(prompt: string): string {
  const line = prompt.split('\n').find((candidate) => candidate.trim() !== '') ?? 'Nothing in particular';
  return line.length > 120 ? `${line.slice(0, 120).trimEnd()}…` : line.trim();
}
