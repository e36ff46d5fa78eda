import { isJsonObject, type JsonObject, objectField, objectsField } from '../../../src/core/base/json';
import { jsonOrText } from '../../live/frames';
import { refusal } from './serviceAsAssumed';
import type { Deviation, Heard, Reply } from './standIn';

/** One way in which the service may differ, the probe that has to notice, and what it has to say. */
export interface Case {
  readonly name: string;
  readonly probe: string;
  readonly deviation: Deviation;
  readonly seen: RegExp;
}

export const isCreate = ({ method, path }: Heard): boolean => method === 'POST' && path.endsWith('/interactions');
export const inputOf = ({ body }: Heard): readonly JsonObject[] => objectsField(body, 'input');
export const configOf = ({ body }: Heard): JsonObject => objectField(body, 'generation_config') ?? {};
export const hasStep = (heard: Heard, type: string): boolean => inputOf(heard).some((step) => step.type === type);

/** Answers every request that is meant in another way. */
export function answering(isMeant: (heard: Heard) => boolean, reply: Reply): Deviation {
  return { answers: (heard) => (isMeant(heard) ? reply : undefined) };
}

/** Changes the fields of an answer in one piece. */
export function editing(isMeant: (heard: Heard) => boolean, edit: (body: JsonObject) => JsonObject): Deviation {
  return {
    changes: (text, heard) => {
      const value = jsonOrText(text);
      return isMeant(heard) && isJsonObject(value) ? JSON.stringify(edit(value)) : text;
    },
  };
}

/** Changes the text of every stream. */
export function streaming(edit: (frames: readonly string[]) => readonly string[]): Deviation {
  return { changes: (text) => (text.startsWith('{') ? text : edit(text.split(/(?<=\n\n)/)).join('')) };
}

export function without(part: string): Deviation {
  return streaming((frames) => frames.filter((frame) => !frame.includes(part)));
}

export function replacing(part: string | RegExp, other: string): Deviation {
  return streaming((frames) => frames.map((frame) => frame.replaceAll(part, other)));
}

export const whole: Reply = { status: 200, body: { id: '', status: 'completed', steps: [] } };
export const forbidden: Reply = refusal(403, 'permission_denied', 'No.');
