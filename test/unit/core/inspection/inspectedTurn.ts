import type { Inspection } from '../../../../src/core/inspection/inspection';
import { readStep } from '../../../../src/core/interactions/steps';
import { toBody } from '../../../../src/gemini/request';
import { pixel } from './goldenTurns';
import { turnWith } from './turns';

export const key = ['AIza', 'SyInspect-0123456789-0123456789-012'].join('');
/** A key of a form that no pattern knows. */
export const otherKey = 'key-of-a-proxy-7';

export const signature = 'CiQBDDnWx'.repeat(40);
const steps = [
  { type: 'thought', signature, summary: [{ type: 'text', text: '**Looking**' }] },
  { type: 'model_output', content: [{ type: 'text', text: `One red pixel. Not ${key}.` }] },
];

/** A turn with a picture, a tool with a secret, and a question that holds the key. */
export function inspectedTurn(more: Partial<Inspection> = {}): Inspection {
  const turn = {
    ...turnWith({ path: 'file:///p.png', data: pixel }),
    createdAt: Date.UTC(2026, 10, 29, 12),
    status: 'done' as const,
    interactionId: 'v1_abc',
    steps,
    usage: {
      input: 300,
      output: 20,
      thought: 40,
      toolUse: 0,
      cached: 100,
      total: 360,
      grounding: { google_search: 1 },
    },
    times: { total: 1_500, thoughts: [400] },
  };
  const body = toBody({
    model: 'gemini-2.5-flash',
    input: [
      { type: 'image', mimeType: 'image/png', data: pixel },
      { type: 'text', text: `Is ${key} or ${otherKey} in data:image/png;base64,${pixel}?` },
    ],
    store: true,
    previousInteractionId: 'v1_before',
    tools: [
      { type: 'mcp_server', name: 'tickets', url: 'https://mcp.example', headers: { authorization: 'Bearer x' } },
    ],
  });
  return {
    chatTitle: 'Pixels',
    turn,
    turns: [turn],
    origin: 'https://generativelanguage.googleapis.com',
    requests: [{ body, version: 'v1', sent: { at: Date.UTC(2026, 10, 29, 12), ms: 0 } }],
    events: [
      { ms: 80.4, event: { type: 'connected' } },
      {
        ms: 90,
        event: {
          type: 'created',
          interaction: { id: 'v1_abc', status: 'in_progress', rawStatus: 'in_progress', steps: [], errors: [] },
        },
      },
      { ms: 120, event: { type: 'stepStarted', index: 0, step: readStep({ type: 'thought' }) } },
      {
        ms: 130,
        event: {
          type: 'stepGrew',
          index: 0,
          delta: { type: 'thought_signature', signature, wire: { type: 'thought_signature', signature } },
          eventId: 'e1',
        },
      },
      { ms: 140, event: { type: 'stepStopped', index: 0 } },
      { ms: 1_500, event: { type: 'malformed', raw: 'oops' } },
    ],
    lostEvents: 0,
    ...more,
  };
}

export const words = {
  elided: (length: number) => `(${length} characters)`,
  secret: '…',
  asSent: 'as sent',
  asSentButTokens: 'as sent, but for tokens',
  madeAgain: 'made again',
  ofAgent: 'of an agent',
  noEvents: 'no events',
  lostEvents: (count: number) => `${count} lost`,
  responseNote: 'from events',
};
