import type { FileRules } from './privacyGate';
import type { FileReason } from './suspicions';

/** How long what was seen ahead of a request counts. Milliseconds. */
const freshMs = 3_000;

interface Look {
  readonly at: number;
  readonly reasons: Promise<readonly FileReason[]>;
}

/**
 * The rules about files, which may be looked at while the user still types what is asked: VS Code answers for a file only
 * when it has time, and right after Enter it has none.
 */
export class RulesAhead implements FileRules {
  private seen: { readonly file: string; readonly look: Look } | undefined;

  /** `now`: milliseconds on a clock that never jumps. */
  constructor(
    private readonly rules: FileRules,
    private readonly now: () => number,
  ) {}

  /** Looks at a file that is about to be sent. Cheap when called with every key. */
  expect(file: string): void {
    if (this.fresh(file, freshMs / 2)) return;
    const reasons = this.rules.reasonsAgainst([file]).then(([found]) => found ?? []);
    // Without a request, nothing reads the result.
    reasons.catch(() => undefined);
    this.seen = { file, look: { at: this.now(), reasons } };
  }

  reasonsAgainst(files: readonly string[]): Promise<readonly (readonly FileReason[])[]> {
    const [file] = files;
    const look = files.length === 1 && file !== undefined && this.fresh(file, freshMs);
    return look ? look.reasons.then((reasons) => [reasons]) : this.rules.reasonsAgainst(files);
  }

  private fresh(file: string, maxMs: number): Look | undefined {
    const { seen } = this;
    return seen?.file === file && this.now() - seen.look.at < maxMs ? seen.look : undefined;
  }
}
