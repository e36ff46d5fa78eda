/** How messages are checked, on both sides: each field of a contract has a check, or the contract does not compile. */

/** Whether a value is what the contract says. Never throws. */
export type Check = (value: unknown) => boolean;

/** One check for each field of `T`. */
export type Shape<T> = { readonly [K in keyof T]-?: Check };

/** The shape of each message of an area, by its type. */
export type Shapes<Messages> = { readonly [Type in keyof Messages]: Shape<Messages[Type]> };

/** A message that says no more than its type. */
export type NoFields = Readonly<Record<never, never>>;

export const text: Check = (value) => typeof value === 'string';
export const flag: Check = (value) => typeof value === 'boolean';
/** A whole number from 0 on. */
export const index: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
export const finite: Check = (value) => Number.isFinite(value);

/** A text of at most so many UTF-16 units. */
export function textUpTo(most: number): Check {
  return (value) => typeof value === 'string' && value.length <= most;
}

/** The most bytes. */
export function bytes(most = Number.POSITIVE_INFINITY): Check {
  return (value) => value instanceof Uint8Array && value.length <= most;
}

export function oneOf(values: readonly unknown[]): Check {
  return (value) => values.includes(value);
}

/** A list of at most `most` members. */
export function listOf(check: Check, most = Number.POSITIVE_INFINITY): Check {
  return (value) => Array.isArray(value) && value.length <= most && value.every(check);
}

export function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

/** An object with the fields of `T`, and perhaps others. */
export function record<T>(shape: Shape<T>): Check {
  const checks = Object.entries<Check>(shape);
  return (value) => isRecord(value) && checks.every(([name, check]) => check(value[name]));
}

/** A union whose members are told apart by the field `tag`. */
export function variant<U extends Readonly<Record<Tag, string>>, Tag extends string>(
  tag: Tag,
  shapes: { readonly [Name in U[Tag]]: Shape<Omit<Extract<U, { readonly [T in Tag]: Name }>, Tag>> },
): Check {
  const checks = new Map(Object.entries<Shape<object>>(shapes).map(([name, shape]) => [name, record(shape)]));
  return (value) => {
    if (!isRecord(value)) return false;
    const name = value[tag];
    return typeof name === 'string' && checks.get(name)?.(value) === true;
  };
}

/** The fields of a message that its shape names, if each is right; undefined otherwise. What else is in it is left out. */
export function readFields(
  shapes: Readonly<Record<string, Readonly<Record<string, Check>>>>,
  message: unknown,
): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(message)) return undefined;
  const { type } = message;
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return undefined;
  const fields: Record<string, unknown> = { type };
  for (const [name, check] of Object.entries(shapes[type] ?? {})) {
    const value = message[name];
    if (!check(value)) return undefined;
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
