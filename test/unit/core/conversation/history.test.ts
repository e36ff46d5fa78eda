import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../src/core/base/json';
import { continuationOf, historyOf } from '../../../../src/core/conversation/history';
import { newTurn, type Turn } from '../../../../src/core/conversation/turn';

const text = (words: string): JsonObject => ({ type: 'text', text: words });
const question = (words: string): JsonObject => ({ type: 'user_input', content: [text(words)] });

function turn(prompt: string, changes: Partial<Turn>): Turn {
  const place = { id: prompt, parentId: undefined, createdAt: 5, model: 'm' };
  return { ...newTurn({ prompt, attachments: [] }, place), status: 'done', ...changes };
}

describe('what goes back to the service of an answer', () => {
  const thought = { type: 'thought', signature: 'S' };
  const said = { type: 'model_output', content: [text('Yes')] };

  it('is the whole answer word for word', () => {
    const steps: readonly JsonObject[] = [thought, { type: 'google_search_call', id: 's', signature: 'S' }, said];

    assert.deepEqual(historyOf([turn('Q', { steps })]), [question('Q'), ...steps]);
  });

  it('is as it came also where a list is empty or an item stands without one', () => {
    const steps: readonly JsonObject[] = [
      { ...thought, summary: [] },
      { type: 'google_search_call', id: 's', content: [] },
      { type: 'model_output', content: text('Yes') },
    ];

    assert.deepEqual(historyOf([turn('Q', { steps })]), [question('Q'), ...steps]);
  });

  it('leaves out what the model said without a word', () => {
    const empty: readonly JsonObject[] = [
      { type: 'model_output' },
      { type: 'model_output', content: [] },
      { type: 'model_output', content: [text('')] },
      { type: 'model_output', content: [text(''), text('')] },
      { type: 'model_output', content: 'none' },
    ];
    const kept = [
      { type: 'model_output', content: [text(' ')] },
      { type: 'model_output', content: [text(''), { type: 'image', mime_type: 'image/png', data: 'AA' }] },
    ];
    for (const status of ['done', 'stopped', 'failed'] as const) {
      assert.deepEqual(historyOf([turn('Q', { status, steps: [...empty, ...kept] })]), [question('Q'), ...kept]);
    }
  });

  it('is only the text of an answer that was cut', () => {
    const steps: readonly JsonObject[] = [
      thought,
      { type: 'function_call', id: 'f', arguments: '{"a' },
      said,
      { type: 'model_output' },
    ];

    assert.deepEqual(historyOf([turn('Q', { status: 'stopped', steps })]), [question('Q'), said]);
  });

  it('holds nothing that was kept in a form of our own', () => {
    const hologram = { type: 'hologram_delta', rays: 3 };
    const steps: readonly JsonObject[] = [
      { type: 'thought', signature: 'S', summary: [hologram] },
      { type: 'model_output', content: [text('a'), hologram, text('b')] },
      { type: 'model_output', content: [hologram] },
      { type: 'function_call', id: 'f', name: 'run', arguments: '{"a' },
      { type: 'future_step', data: 'd' },
    ];

    assert.deepEqual(historyOf([turn('Q', { steps })]), [
      question('Q'),
      thought,
      { type: 'model_output', content: [text('a'), text('b')] },
      { type: 'function_call', id: 'f', name: 'run', arguments: {} },
      { type: 'future_step', data: 'd' },
    ]);
  });

  it('leaves out a picture whose bytes are gone from the disk', () => {
    const lost = { type: 'image', mime_type: 'image/png' };
    const steps: readonly JsonObject[] = [
      {
        type: 'model_output',
        content: [text('a'), lost, { ...lost, data: 'AA' }, { ...lost, uri: 'https://g.example' }],
      },
      { type: 'model_output', content: [lost] },
    ];

    assert.deepEqual(historyOf([turn('Q', { steps })]), [
      question('Q'),
      { type: 'model_output', content: [text('a'), { ...lost, data: 'AA' }, { ...lost, uri: 'https://g.example' }] },
    ]);
  });

  it('holds of a sound no field that only streams have', () => {
    const sound = { type: 'audio', mime_type: 'audio/wav', data: 'AA' };
    const steps = [
      {
        type: 'model_output',
        content: [
          { ...sound, rate: 24_000 },
          { ...sound, sample_rate: 8_000 },
          { ...sound, type: 'video', rate: 24 },
        ],
      },
    ];
    const others = [
      { ...sound, sample_rate: 8_000 },
      { ...sound, type: 'video', rate: 24 },
    ];
    const sent = { type: 'model_output', content: [sound, ...others] };
    assert.deepEqual(historyOf([turn('Q', { steps })]), [question('Q'), sent]);
  });

  it('begins after the last whole answer that the service has', () => {
    const first = turn('A', { interactionId: 'v1_a', steps: [said] });
    const second = turn('B', { interactionId: 'v1_b', steps: [said], status: 'stopped' });

    assert.deepEqual(continuationOf([first, second]), {
      previousInteractionId: 'v1_a',
      history: [question('B'), said],
    });
    assert.equal(continuationOf([first], new Set(['v1_a'])).previousInteractionId, undefined);
  });

  it('goes back to an earlier answer where a later one is not stored, not whole or gone', () => {
    const first = turn('A', { interactionId: 'v1_a', steps: [said] });
    const others: readonly Turn[] = [
      turn('B', { steps: [said] }),
      turn('C', { interactionId: '', steps: [said] }),
      turn('D', { interactionId: 'v1_d', status: 'failed' }),
      turn('E', { interactionId: 'v1_e' }),
    ];

    assert.deepEqual(continuationOf([first, ...others], new Set(['v1_e'])), {
      previousInteractionId: 'v1_a',
      history: [...['B', 'C'].flatMap((words) => [question(words), said]), question('D'), question('E')],
    });
    assert.deepEqual(continuationOf([]), { previousInteractionId: undefined, history: [] });
  });

  it('has a thought of an answer that was ended early only where it was signed', () => {
    const steps: readonly JsonObject[] = [
      thought,
      { type: 'thought' },
      { type: 'thought', signature: '' },
      { type: 'google_search_call', id: 's' },
      said,
    ];
    const [, , , call] = steps;

    assert.deepEqual(historyOf([turn('Q', { steps, endedAs: 'incomplete' })]), [question('Q'), thought, call, said]);
    assert.deepEqual(historyOf([turn('Q', { steps })]), [question('Q'), ...steps]);
  });

  it('names files that lie elsewhere by their address, with their type where it is known', () => {
    const video = 'https://youtu.be/9hE5-98ZeCg';
    const uri = 'https://g.example/v1/files/f';
    const remote = { name: 'files/f', uri, expiresAt: 9 };
    const upload = {
      kind: 'upload',
      id: 'f',
      name: 'f',
      media: 'audio',
      mimeType: 'audio/mp3',
      size: 9,
      remote,
    } as const;
    const asked = turn('', { attachments: [{ kind: 'url', id: 'v', url: video }, upload] });

    assert.deepEqual(historyOf([asked]), [
      {
        type: 'user_input',
        content: [
          { type: 'video', uri: video },
          { type: 'audio', uri, mime_type: 'audio/mp3' },
        ],
      },
    ]);
  });
});
