import { type ApiVersion, isRecord } from '../wire';
import { invalidRequest } from '../wireError';
import { content, contentFields, stepFields } from './contentShape';
import { listOf, nonEmpty, type Shape, tagged } from './shape';

/** What `input` may be: text or a list of steps; on v1beta also contents, in a list or alone, and a single step. */
export const input: Readonly<Record<ApiVersion, Shape>> = {
  v1: (value, path) => {
    if (isRecord(value) || (Array.isArray(value) && value.length > 0 && value.every(isContent))) {
      throw invalidRequest(`Invalid value at '${path}': value at top-level must be a list of steps.`);
    }
    textOrList(value, path);
  },
  v1beta: (value, path) =>
    isRecord(value) ? tagged({ ...contentFields, ...stepFields })(value, path) : textOrList(value, path),
};

function textOrList(value: unknown, path: string): void {
  if (Array.isArray(value)) list(value, path);
  else nonEmpty(value, path);
}

function list(members: readonly unknown[], path: string): void {
  if (members.length === 0) throw invalidRequest(`'${path}' must not be empty.`);
  const contents = members.filter(isContent).length;
  if (contents !== 0 && contents !== members.length) {
    throw invalidRequest(`'${path}' must hold either contents or steps, not both.`);
  }
  listOf(contents > 0 ? content : tagged(stepFields))(members, path);
}

function isContent(member: unknown): boolean {
  return isRecord(member) && String(member.type) in contentFields;
}
