import { isRecord } from '../wire';
import { invalidRequest, refusal } from '../wireError';

/** Looks at one value of a request and throws the service's refusal when it does not fit. */
export type Shape = (value: unknown, path: string) => void;

export const text: Shape = (value, path) => expectType(typeof value === 'string', path, 'a string');
export const flag: Shape = (value, path) => expectType(typeof value === 'boolean', path, 'a boolean');
export const decimal: Shape = (value, path) =>
  expectType(typeof value === 'number' && Number.isFinite(value), path, 'a number');
export const whole: Shape = (value, path) => expectType(Number.isSafeInteger(value), path, 'an integer');
/** Free-form JSON, such as the arguments of a function. */
export const record: Shape = (value, path) => expectType(isRecord(value), path, 'an object');
export const anything: Shape = () => {};

export function nonEmpty(value: unknown, path: string): void {
  text(value, path);
  if (value === '') throw invalidRequest(`'${path}' must not be empty.`);
}

export function oneOf(...allowed: readonly string[]): Shape {
  return (value, path) => {
    text(value, path);
    if (!allowed.includes(String(value))) throw unsupportedValue(value, path, allowed);
  };
}

export function listOf(member: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) throw typeRefusal(path, 'an array');
    value.forEach((item, index) => {
      member(item, `${path}[${index}]`);
    });
  };
}

export function mapOf(member: Shape): Shape {
  return (value, path) => {
    record(value, path);
    for (const [key, item] of Object.entries(isRecord(value) ? value : {})) member(item, `${path}.${key}`);
  };
}

/** Accepts a value that fits any of the shapes; the refusal is that of the last one. */
export function either(...shapes: readonly Shape[]): Shape {
  return (value, path) => {
    for (const [index, shape] of shapes.entries()) {
      try {
        shape(value, path);
        return;
      } catch (error) {
        if (index === shapes.length - 1) throw error;
      }
    }
  };
}

/** An object with these fields and no others. Names ending in `!` are required. */
export function object(fields: Readonly<Record<string, Shape>>): Shape {
  const known = new Map(Object.entries(fields).map(([name, shape]) => [name.replace('!', ''), shape]));
  const required = Object.keys(fields).filter((name) => name.endsWith('!'));
  return (value, path) => {
    if (!isRecord(value)) throw typeRefusal(path, 'an object');
    for (const [name, member] of Object.entries(value)) {
      const shape = known.get(name);
      if (!shape) throw unknownParameter(join(path, name), name, [...known.keys()]);
      shape(member, join(path, name));
    }
    for (const name of required) {
      if (!(name.slice(0, -1) in value)) {
        throw refusal(400, 'parameter_missing', `Missing required parameter '${join(path, name.slice(0, -1))}'.`);
      }
    }
  };
}

/** Objects told apart by their `type`. */
export function tagged(variants: Readonly<Record<string, Readonly<Record<string, Shape>>>>): Shape {
  const shapes = new Map(
    Object.entries(variants).map(([type, fields]) => [type, object({ 'type!': text, ...fields })]),
  );
  return (value, path) => {
    if (!isRecord(value)) throw typeRefusal(path, 'an object');
    if (!('type' in value))
      throw refusal(400, 'parameter_missing', `Missing required parameter '${join(path, 'type')}'.`);
    const shape = typeof value.type === 'string' ? shapes.get(value.type) : undefined;
    if (!shape) throw unsupportedValue(value.type, join(path, 'type'), [...shapes.keys()]);
    shape(value, path);
  };
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function expectType(fits: boolean, path: string, expected: string): void {
  if (!fits) throw typeRefusal(path, expected);
}

function typeRefusal(path: string, expected: string) {
  return invalidRequest(`Invalid value at '${path === '' ? 'request body' : path}': expected ${expected}.`);
}

function unsupportedValue(value: unknown, path: string, allowed: readonly string[]) {
  const [, owner = '', name = path] = /^(?:(.*)\.)?([^.]+)$/.exec(path) ?? [];
  const where = owner === '' ? '' : ` at '${owner}'`;
  const list = allowed.map((item) => `'${item}'`).join(', ');
  return invalidRequest(
    `The value '${String(value)}' is not supported for '${name}'${where}. Supported values: ${list}.`,
  );
}

function unknownParameter(path: string, name: string, known: readonly string[]) {
  const words = (candidate: string) => candidate.split(/_|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
  const distance = (candidate: string) =>
    words(name).every((word) => words(candidate).includes(word))
      ? words(candidate).length - words(name).length
      : editDistance(words(name).join(''), words(candidate).join(''));
  const [nearest] = known
    .map((candidate) => ({ candidate, distance: distance(candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const near = nearest !== undefined && nearest.distance <= Math.max(2, name.length / 3);
  const hint = near ? ` Did you mean '${nearest.candidate}'?` : '';
  return refusal(400, 'parameter_unknown', `Unknown parameter '${path}'.${hint}`);
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
