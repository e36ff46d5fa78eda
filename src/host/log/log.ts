import type * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';

/** Two or more words with dots between, such as `turn.failed`: fixed in the code, never put together from content. */
export type LogEvent = `${string}.${string}`;
/** A code, a count, an id or a duration. */
export type LogValue = string | number | boolean | undefined;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** How many lines are kept for a report. */
const mostLines = 200;
/** How deep a stack is written. */
const mostFrames = 12;

/**
 * The log, which people paste into public reports. So it takes codes and numbers only: whatever could be part of a
 * sentence, a path or a key is replaced by `…` rather than trusted.
 */
export class Log {
  private readonly lines: string[] = [];

  constructor(
    private readonly channel: vscode.LogOutputChannel,
    private readonly now: () => number,
  ) {}

  event(name: LogEvent, values: Readonly<Record<string, LogValue>> = {}, level: LogLevel = 'info'): void {
    const words = Object.entries(values).flatMap(([key, value]) =>
      value === undefined ? [] : [`${codeOnly(key)}=${codeOnly(value)}`],
    );
    this.write(level, [codeOnly(name), ...words].join(' '));
  }

  /** Something the user asked for did not happen, for a known reason. */
  failure(name: LogEvent, { reason, code, status, retryAfterMs }: FailureCodes): void {
    this.event(name, { reason, code, status, retryAfterMs }, 'warn');
  }

  /** A bug: its class and the places in our code. The message may quote what the user wrote, so it is left out. */
  bug(error: unknown): void {
    if (error instanceof Failure) {
      this.failure('bug.failure', error);
      return;
    }
    const name = error instanceof Error ? codeOnly(error.name) : typeof error;
    this.write(
      'error',
      [`bug ${name}`, ...(error instanceof Error ? framesOf(error).slice(0, mostFrames) : [])].join('\n'),
    );
  }

  /** The latest lines, oldest first. */
  get recent(): readonly string[] {
    return this.lines;
  }

  show(): void {
    this.channel.show();
  }

  private write(level: LogLevel, line: string): void {
    this.channel[level](line);
    this.lines.push(`${new Date(this.now()).toISOString()} ${level} ${line}`);
    if (this.lines.length > mostLines) this.lines.shift();
  }
}

export interface FailureCodes {
  readonly reason: string;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** The value if it can only be a code; `…` for anything else, keys among it. */
export function codeOnly(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return /^[\w.:-]{1,64}$/.test(value) && !/AIza|^AQ\./.test(value) ? value : '…';
}

/** Where it happened, by function and file name alone: the folders before the file hold the user's name. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const afterMessage = stack.slice(stack.indexOf(message) + message.length);
  return afterMessage.split('\n').flatMap((line) => {
    const place = /^\s+at .*?([^\\/\s()]+:\d+:\d+)\)?$/.exec(line)?.[1];
    if (place === undefined) return [];
    const name = /^\s+at (?:async )?(\S+) \(/.exec(line)?.[1];
    return [`  at ${name === undefined ? '' : `${codeOnly(name)} `}${codeOnly(place)}`];
  });
}
