import type { Turn } from '../../../../src/core/chat/turn';

/** A turn as the old layout kept it, with something of everything. */
export function oldTurn(id: string, parentId: string | undefined, change: Partial<Turn> = {}): Turn {
  const text = `Answer to ${id}`;
  return {
    id,
    parentId,
    createdAt: Date.UTC(2026, 4, 1) + Number(id.replace(/\D/g, '')) * 1000,
    prompt: `Question ${id}`,
    attachments: [
      { id: 'a', uri: 'file:///a.ts', path: 'a.ts', languageId: 'typescript', startLine: 1, endLine: 2, text: 'x' },
    ],
    model: 'gemini-3.8-flash',
    status: 'done',
    interactionId: `v1_${id}`,
    steps: [
      { type: 'thought', signature: 'S==' },
      { type: 'model_output', content: [{ type: 'text', text }] },
    ],
    parts: [{ kind: 'text', text }],
    usage: { input: 1, output: 2, thought: 3, toolUse: 0, cached: 0, total: 6, grounding: { google_search: 1 } },
    failure: undefined,
    removedCharacters: undefined,
    endedAs: undefined,
    ...change,
  };
}

/** The two files of a turn, as one save after another has left them. */
export function oldFiles(turn: Turn): readonly (readonly [string, Uint8Array])[] {
  const slot = (revision: number, value: Turn) =>
    new TextEncoder().encode(JSON.stringify({ version: 1, revision, value }));
  const earlier: Turn = { ...turn, status: 'streaming', steps: [], parts: [] };
  return [
    [`${turn.id}.1.json`, slot(7, earlier)],
    [`${turn.id}.0.json`, slot(8, turn)],
  ];
}
