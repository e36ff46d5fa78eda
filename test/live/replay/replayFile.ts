import { Failure } from '../../../src/core/base/failure';
import { isJsonObject, numberField, objectField, textField } from '../../../src/core/base/json';
import { Answer } from '../../../src/core/conversation/answer';
import type { Interactions } from '../../../src/core/interactions/port';
import { failureFromResponse } from '../../../src/gemini/failures';
import type { ScriptedAnswer } from '../../server/scriptedAnswer';
import { jsonOrText } from '../frames';
import { outcomeWords } from '../outcomeWords';
import { countSteps, countStream, type Held } from './rawCount';
import type { Recording } from './recordings';
import { type Replayed, unknownIn, unknownInStep } from './replayed';

/** What gives recordings to the product over a real connection. */
export interface Service {
  answerNext(answer: ScriptedAnswer): void;
}

/** Pieces of this size end within characters, lines and frames alike. Bytes. */
const oddChunk = 97;
/** Long recordings would take long in such small pieces. */
const largerChunk = 8_191;
const longRecording = 1_000_000;

/** Feeds one recording to the product's reader. Undefined: there is nothing to read in it. */
export async function replayFile(
  recording: Recording,
  service: Service,
  client: Interactions,
): Promise<Replayed | undefined> {
  const { file } = recording;
  try {
    switch (recording.kind) {
      case 'stream':
        return { file, ...(await replayStream(recording.text, service, client)) };
      case 'interaction':
        return { file, ...(await replayInteraction(recording.text, service, client)) };
      case 'error':
        return { file, ...nothingKept, outcome: errorWords(recording.text) };
      case 'unreadable':
        return { file, ...nothingKept, outcome: '', thrown: recording.why };
      case 'foreign':
        return undefined;
    }
  } catch (error) {
    if (error instanceof Failure) return { file, ...nothingKept, outcome: failureWords(error) };
    return { file, ...nothingKept, outcome: '', thrown: error instanceof Error ? String(error) : 'not an error' };
  }
}

const nothingKept = { text: 0, steps: 0, unknown: [], lost: [] };

async function replayStream(sse: string, service: Service, client: Interactions) {
  const answer = new Answer();
  const unknown: string[] = [];
  // What the product keeps raw beside the steps is not lost.
  let failure: Failure | undefined;
  service.answerNext({ for: 'get', sse, chunkBytes: sse.length > longRecording ? largerChunk : oddChunk });
  try {
    for await (const event of client.follow('replayed', undefined, new AbortController().signal)) {
      answer.apply(event);
      unknown.push(...unknownIn(event));
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    failure = error;
  }
  const held = countStream(sse);
  const kept = countSteps(answer.steps);
  const lost = [
    ...lostOf(held, kept),
    ...(held.malformed > 0 ? [`${held.malformed} frames that are not JSON`] : []),
    ...(held.trailing > 0 ? [`${held.trailing} characters after the last frame`] : []),
  ];
  return {
    outcome: failure ? failureWords(failure) : outcomeWords(answer),
    text: answer.textLength,
    steps: answer.steps.length,
    tokens: answer.usage?.total,
    unknown,
    lost,
  };
}

async function replayInteraction(text: string, service: Service, client: Interactions) {
  service.answerNext({ for: 'get', status: 200, body: text });
  const interaction = await client.get('replayed', new AbortController().signal);
  const answer = Answer.of(interaction);
  const wire = jsonOrText(text);
  const steps = isJsonObject(wire) && Array.isArray(wire.steps) ? wire.steps : [];
  const ofModel = steps.filter((step) => !isJsonObject(step) || step.type !== 'user_input');
  return {
    outcome: outcomeWords(answer),
    text: answer.textLength,
    steps: answer.steps.length,
    tokens: answer.usage?.total,
    unknown: [
      ...(interaction.status === 'unknown' ? [`status ${interaction.rawStatus}`] : []),
      ...interaction.steps.flatMap(unknownInStep),
    ],
    lost: lostOf(countSteps(ofModel), countSteps(answer.steps)),
  };
}

function lostOf(held: Held, kept: Held): readonly string[] {
  const names = { text: 'characters of text', media: 'characters of media', steps: 'steps' } as const;
  return (['text', 'media', 'steps'] as const).flatMap((what) => {
    if (kept[what] < held[what]) return [`${held[what] - kept[what]} of ${held[what]} ${names[what]}`];
    return kept[what] > held[what] && what !== 'steps' ? [`${kept[what] - held[what]} ${names[what]} too many`] : [];
  });
}

/** The body says the status only in one of its forms; without it the code decides, and 400 stands for a refusal. */
function errorWords(body: string): string {
  const value = jsonOrText(body);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const error = isJsonObject(first) ? (objectField(first, 'error') ?? {}) : {};
  const status = numberField(error, 'code') ?? statusOfCode[textField(error, 'code') ?? ''] ?? 400;
  return failureWords(failureFromResponse(status, new Headers(), body, 'continue'));
}

/** Source: doc page "Interactions API errors". */
const statusOfCode: Readonly<Record<string, number>> = {
  authentication: 401,
  payment_required: 402,
  permission_denied: 403,
  not_found: 404,
  model_not_found: 404,
  rate_limit_exceeded: 429,
  quota_exceeded: 429,
  too_many_requests: 429,
  api_error: 500,
  unimplemented: 501,
  service_unavailable: 503,
  gateway_timeout: 504,
};

function failureWords({ reason, status, code }: Failure): string {
  const said = [status, code].filter((word) => word !== undefined).join(' ');
  return said === '' ? `failed ${reason}` : `failed ${reason} (${said})`;
}
