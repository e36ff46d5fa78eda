import type { OutgoingText } from './outgoingGate';
import type { SecretKind } from './secretPatterns';
import type { Secret } from './secrets';

/** Why a file is not sent without a question. */
export type FileReason =
  /** A glob of the setting matches it. */
  | { readonly kind: 'excluded'; readonly glob: string }
  /** A file such as `.gitignore` names it. `by`: the path of that file, as the user knows it. */
  | { readonly kind: 'ignored'; readonly by: string }
  /** Its name is one of files that hold secrets. */
  | { readonly kind: 'secretFile' }
  /** A link leads from the workspace to it. */
  | { readonly kind: 'outside' };

export type Suspicion =
  | FileReason
  /** `lines`: where, as far as lines of a file are known. Each once, in their order. */
  | { readonly kind: SecretKind; readonly lines: readonly number[] };

/** A text that the user is asked about, without anything of its content. */
export interface Suspect {
  readonly name: string;
  readonly reasons: readonly Suspicion[];
}

/** What there is to ask about a text. Undefined: nothing. `secrets`: those in the text. */
export function suspectIn(
  outgoing: OutgoingText,
  secrets: readonly Secret[],
  ofFiles: readonly FileReason[],
): Suspect | undefined {
  const lines = new Map<SecretKind, Set<number>>();
  for (const { kind, start } of secrets) {
    const known = lines.get(kind) ?? new Set();
    lines.set(kind, known);
    if (outgoing.firstLine !== undefined) known.add(outgoing.firstLine + lineBreaksBefore(outgoing.text, start));
  }
  const reasons = [...ofFiles, ...[...lines].map(([kind, found]): Suspicion => ({ kind, lines: [...found] }))];
  return reasons.length > 0 ? { name: outgoing.name, reasons } : undefined;
}

function lineBreaksBefore(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
