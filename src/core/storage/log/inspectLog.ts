import { type Fault, Faults } from './faults';
import { headOf } from './lineHead';
import { isKnownKind } from './readRecord';
import { decodeLine, isSound, lineVersion } from './recordLine';
import { scanLines } from './scanLines';
import { tornKind, tornLength } from './tornLine';

/** What a writer has to know of a file, or of its newest part, before it adds to it. */
export interface Inspection {
  readonly faults: readonly Fault[];
  /** Lines of a later version, or of kinds only a later one knows: nothing may be added. */
  readonly isNewer: boolean;
  /** Another writer has written some of it. */
  readonly isForeign: boolean;
  /** The window of the last `lease` record. Undefined: there is none. */
  readonly leaseOf: string | undefined;
  /** Length up to the last line break. */
  readonly wholeLines: number;
  /** What stands behind the last line break: a line without its break counts as whole, all else is torn. */
  readonly tail: 'none' | 'wholeLine' | 'torn';
}

/** Looks at lines without understanding what they hold. `writer`: who asks; its own lines are not foreign. */
export function inspectLog(bytes: Uint8Array, writer: string): Inspection {
  const faults = new Faults(bytes);
  let isNewer = false;
  let isForeign = false;
  let leaseOf: string | undefined;
  for (const stretch of scanLines(bytes)) {
    const { start, end } = stretch;
    const head = stretch.isSound ? headOf(bytes, start, end) : undefined;
    if (!head) {
      faults.passOver(stretch);
      continue;
    }
    if (head.writer !== writer) isForeign = true;
    const line = head.kind === tornKind || head.kind === 'lease' ? decodeLine(bytes, start, end) : undefined;
    const torn = line && tornLength(line);
    if (torn !== undefined) faults.excuse(start, torn);
    else if (head.version > lineVersion || !isKnownKind(head.kind)) isNewer = true;
    if (typeof line?.data?.window === 'string') leaseOf = line.data.window;
  }
  const wholeLines = bytes.lastIndexOf(0x0a) + 1;
  const tail = wholeLines === bytes.length ? 'none' : isSound(bytes, wholeLines, bytes.length) ? 'wholeLine' : 'torn';
  return { faults: faults.all, isNewer, isForeign, leaseOf, wholeLines, tail };
}
