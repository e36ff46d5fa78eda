import { isJsonObject, type JsonValue } from '../base/json';
import type { Check } from './checkJson';
import { formatJson } from './placeProblems';

/** What was extracted from one file. */
export interface JoinedFile {
  readonly file: string;
  /** As the model wrote it. */
  readonly text: string;
  /** Undefined: the text is no JSON. */
  readonly value: JsonValue | undefined;
}

/** One list with a member for each file. An answer that is no JSON stands in it as text, so that nothing is lost. */
export function joinedJson(files: readonly JoinedFile[]): string {
  const members = files.map(({ file, text, value }) => {
    const data = value === undefined ? JSON.stringify(text) : text;
    return `{"file":${JSON.stringify(file)},"data":${data}}`;
  });
  return formatJson(`[${members.join(',')}]`);
}

/** The check of such a list by the check of one file. */
export function checkOfJoined(check: Check): Check {
  return (list) => {
    if (!Array.isArray(list)) return [];
    return list.flatMap((member: JsonValue, at) => {
      const data = isJsonObject(member) ? (member.data ?? null) : member;
      return check(data).map(({ path, message }) => ({ path: [String(at), 'data', ...path], message }));
    });
  };
}
