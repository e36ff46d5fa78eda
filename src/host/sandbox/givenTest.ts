import type * as vscode from 'vscode';

/** A test that a command was called for. */
export interface GivenTest {
  readonly uri: vscode.Uri;
  readonly label: string;
  /** From 1 on. Undefined: it is not known where in its file the test is. */
  readonly line: number | undefined;
  /** Why it failed. Undefined: the command was called for the test, and not for what a run said of it. */
  readonly message: string | undefined;
}

/**
 * The test that VS Code hands to the commands of its menus for tests: the test itself, or with what a run said of it.
 * Source: VS Code, `extHostTesting.ts`, the argument processor. Undefined: it is something else, or has no file.
 */
export function givenTest(given: unknown, isUri: (value: unknown) => value is vscode.Uri): GivenTest | undefined {
  const whole = asRecord(given);
  const test = asRecord(whole?.test) ?? whole;
  if (!test || !isUri(test.uri) || typeof test.label !== 'string') return undefined;
  const line = asRecord(asRecord(test.range)?.start)?.line;
  const said = asRecord(whole?.message)?.message;
  const message = typeof said === 'string' ? said : asRecord(said)?.value;
  return {
    uri: test.uri,
    label: test.label,
    line: typeof line === 'number' ? line + 1 : undefined,
    message: typeof message === 'string' && message.trim() !== '' ? message : undefined,
  };
}

/** Fields may be of the class: they are not copied. */
function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
