import { failureReasons } from '../../base/failure';
import { type JsonObject, numberField, objectField, textField } from '../../base/json';
import type { AnswerTimes, TurnFailure } from '../../conversation/turn';
import type { Usage } from '../../interactions/usage';

export function readFailure(value: JsonObject | undefined): TurnFailure | undefined {
  const reason = failureReasons.find((known) => known === value?.reason);
  if (!value || !reason) return undefined;
  const code = textField(value, 'code');
  const status = numberField(value, 'status');
  const retryAfterMs = numberField(value, 'retryAfterMs');
  return {
    reason,
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

export function readSavedUsage(turn: JsonObject): Usage | undefined {
  const usage = objectField(turn, 'usage');
  if (!usage) return undefined;
  const count = (key: string) => numberField(usage, key) ?? 0;
  const grounding = Object.entries(objectField(usage, 'grounding') ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return {
    input: count('input'),
    output: count('output'),
    thought: count('thought'),
    toolUse: count('toolUse'),
    cached: count('cached'),
    total: count('total'),
    grounding: Object.fromEntries(grounding),
  };
}

export function readSavedTimes(turn: JsonObject): AnswerTimes | undefined {
  const times = objectField(turn, 'times');
  if (!times) return undefined;
  const total = numberField(times, 'total');
  const first = numberField(times, 'first');
  const thoughts = Array.isArray(times.thoughts) ? times.thoughts : [];
  return {
    ...(total !== undefined && { total }),
    ...(first !== undefined && { first }),
    thoughts: thoughts.filter((ms): ms is number => typeof ms === 'number'),
  };
}
