import type { Citation } from '../../src/parts/citation';
import type { TurnView } from '../../src/protocol/chat';
import type { ContextState } from '../../src/protocol/context';
import type { StartState } from '../../src/protocol/start';
import type { AccountState, ChatState, PanelState, WindowState } from '../../src/protocol/state';

/** The state of the panel without its slices, which tests seldom care about. */
export type Surroundings = AccountState &
  ChatState &
  WindowState & {
    readonly start?: StartState;
    readonly context?: ContextState;
  };

export const ready: Surroundings = {
  key: 'present',
  model: 'gemini-3.8-flash',
  title: '',
  isPrivate: false,
  readOnly: false,
};

/** Everything around the conversation that there is to show. */
export const chatWithEverything: Surroundings = {
  ...ready,
  title: 'Is it safe to call this twice?',
  isPrivate: true,
  room: { used: 900_000, size: 1_048_576 },
  retention: 'Stored by Google until 14 January (paid key) or 21 November (free key)',
  banner: {
    message: 'Another window is writing this chat. Take it over to write here.',
    action: { id: 'takeOver', label: 'Take Over' },
  },
  attached: [
    { id: 'f', label: 'src/watering.ts:10-38' },
    { id: 'g', label: 'data/plants.json', isLarge: true },
  ],
  instruction: 'Answer in Greek.',
  schema: 'plant.schema.json',
  context: { current: { label: 'harvest.py', isOn: false } },
  queued: [
    { id: 'q1', text: 'And what does it cost?', attachments: [], isHeld: false },
    { id: 'q2', text: 'Write a test for it', attachments: [{ id: 'f', label: 'src/watering.ts' }], isHeld: true },
  ],
};

/** What an empty chat shows while a file is open. */
export const startWithFile: StartState = {
  suggestions: ['explainFile', 'findBugs', 'writeTests'],
  file: 'watering.ts',
  recent: [
    { id: 'c1', title: 'Why is the pump slow?', age: '2 hours ago' },
    { id: 'c2', title: 'Blue sky '.repeat(20), age: 'yesterday' },
  ],
};

export function stateOf(surroundings: Surroundings): PanelState {
  const { key, refusal, notice, tokenColors, canOpenDiagrams, start, context, ...chat } = surroundings;
  return {
    account: { key, ...(refusal !== undefined && { refusal }), ...(notice !== undefined && { notice }) },
    chat,
    ...(start && { start }),
    ...(context && { context }),
    window: { ...(tokenColors && { tokenColors }), ...(canOpenDiagrams !== undefined && { canOpenDiagrams }) },
  };
}

export function turn(changes: Partial<TurnView> = {}): TurnView {
  return { id: 't1', prompt: 'Hello', attachments: [], parts: [], status: 'done', ...changes };
}

export function answered(id: string, prompt: string, text: string): TurnView {
  return turn({ id, prompt, parts: [{ kind: 'text', text }] });
}

/** What a stretch of a text rests on, in bytes. */
export function cited(start: number, end: number, title: string, url: string): Citation {
  return { type: 'url', title, url, start, end };
}

/** More than any view is high. */
export const longText = Array.from({ length: 80 }, (_, line) => `Paragraph ${line + 1}.`).join('\n\n');

/** One of everything there is to show. */
export const fullConversation: readonly TurnView[] = [
  turn({
    id: 'a',
    prompt: 'What does this function do, and is it safe to call it twice?',
    attachments: [
      { id: 'f1', label: 'src/core/chat/chatSession.ts:12-48' },
      { id: 'f2', label: 'README.md' },
    ],
    parts: [
      { kind: 'thought', text: 'The person asks about idempotence.\n\nI look at the state first.' },
      {
        kind: 'toolCall',
        step: 'google_search_call',
        id: 's1',
        name: '',
        arguments: { queries: ['typescript dispose twice'] },
      },
      {
        kind: 'text',
        text: [
          'It closes the stream and forgets the listeners. Calling it twice is safe, because the second call finds the list empty:',
          '',
          '```ts',
          'export function dispose(store: Disposable[]): void {',
          '  for (const item of store.splice(0)) item.dispose(); // empties the list first, so nothing is disposed twice',
          '}',
          '```',
          '',
          'One thing to watch:',
          '- a listener that throws stops the loop',
          '- the rest is then never disposed',
        ].join('\n'),
        citations: [
          cited(0, 33, 'Disposable pattern', 'https://code.visualstudio.com/api/references/vscode-api'),
          cited(34, 119, 'TypeScript 5.2: using declarations', 'https://www.typescriptlang.org/docs/handbook/5.2.html'),
        ],
      },
    ],
  }),
  turn({
    id: 'b',
    prompt: 'Draw it',
    parts: [
      { kind: 'media', media: 'image', mimeType: 'image/png', kept: { width: 1, height: 1 } },
      { kind: 'media', media: 'audio', mimeType: 'audio/wav', kept: {} },
      { kind: 'media', media: 'video', mimeType: 'video/mp4' },
      { kind: 'unknown', text: '{"type":"hologram"}' },
    ],
    status: 'stopped',
  }),
  turn({
    id: 'c',
    prompt: 'מה שלום העולם?',
    parts: [{ kind: 'text', text: 'שלום! The answer began well.' }],
    status: 'failed',
    failure: {
      message: 'The daily limit of this key is used up. Wait until tomorrow or choose another model.',
      action: { id: 'switchModel', label: 'Switch Model' },
    },
  }),
];

/** An answer that used tools one after the other, of which one failed. */
export const toolConversation: TurnView = turn({
  id: 'tools',
  prompt: 'Look it up',
  parts: [
    {
      kind: 'toolCall',
      step: 'google_search_call',
      id: 's',
      name: '',
      arguments: { queries: ['retry policy', 'backoff'] },
    },
    {
      kind: 'toolResult',
      step: 'google_search_result',
      callId: 's',
      name: '',
      result: [{ search_suggestions: '<a href="https://www.google.com/search?q=jitter">jitter</a>' }],
      isError: false,
    },
    {
      kind: 'toolCall',
      step: 'url_context_call',
      id: 'u',
      name: '',
      arguments: { urls: ['https://example.com/a', 'https://example.com/b'] },
    },
    {
      kind: 'toolResult',
      step: 'url_context_result',
      callId: 'u',
      name: '',
      result: [{ url: 'https://example.com/b', status: 'paywall' }],
      isError: true,
    },
    {
      kind: 'toolCall',
      step: 'code_execution_call',
      id: 'c',
      name: '',
      arguments: { language: 'python', code: 'print(sum(range(10)))' },
    },
    { kind: 'toolResult', step: 'code_execution_result', callId: 'c', name: '', result: '45\n', isError: false },
    { kind: 'text', text: 'It is 45.' },
  ],
});

/** Every kind of block that an answer may hold. */
export const richText = [
  '# Serving files safely',
  '',
  'A server answers **only** what lies below its root; see `src/server/serve.ts:12` and [the guide](https://nodejs.org/api/path.html).',
  'It is *not* enough to look for `..`, as ~~the old code~~ did[^1].',
  '',
  '## Steps',
  '',
  '1. Resolve the path',
  '   - with `path.resolve`',
  '   - *after* decoding it',
  '2. Compare it with the root',
  '',
  '- [x] refuse what lies outside',
  '- [ ] refuse symbolic links',
  '',
  '> A path that was checked before it was decoded was not checked.',
  '>',
  '> > Nor was one that changed since.',
  '',
  '| Request | Resolved | Answer |',
  '| :-- | :-- | --: |',
  '| `/a.txt` | `/srv/a.txt` | 200 |',
  '| `/../etc/passwd` | `/etc/passwd` | 403 |',
  '| `/very/long/path/that/does/not/fit/into/a/narrow/column.txt` | the same below the root | 404 |',
  '',
  '```ts src/server/serve.ts',
  "import { join, resolve, sep } from 'node:path';",
  '',
  '/** Undefined: it lies outside. */',
  'export function inside(root: string, path: string): string | undefined {',
  '  const full = resolve(root, join(sep, decodeURIComponent(path))); // a line that is longer than any side bar is wide',
  '  return full.startsWith(root + sep) ? full : undefined;',
  '}',
  '```',
  '',
  '```python',
  ...Array.from({ length: 60 }, (_, line) => `print(${line})  # one of many lines`),
  '```',
  '',
  'The chance that two of $n$ names collide is',
  '',
  '$$',
  'p \\approx 1 - e^{-\\frac{n(n-1)}{2d}} \\qquad \\sum_{k=1}^{n} \\frac{1}{k^2} < \\frac{\\pi^2}{6}',
  '$$',
  '',
  '---',
  '',
  'HTML stays text: <b onclick="x()">bold</b>, Array<string>, &copy; and "quotes".',
  '',
  '[^1]: By hand, in 2019.',
].join('\n');
