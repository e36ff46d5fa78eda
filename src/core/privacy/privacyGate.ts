import type { OutgoingGate, OutgoingText } from './outgoingGate';
import { withoutSecrets } from './secrets';
import { type FileReason, type Suspect, suspectIn } from './suspicions';

/** From here on a request is asked about for its length alone: about 50,000 tokens. UTF-16 units. */
export const largeRequest = 200_000;

export interface FileRules {
  /** Why each of these files is not to be sent without a question, in their order. */
  reasonsAgainst(files: readonly string[]): Promise<readonly (readonly FileReason[])[]>;
}

export interface GateQuestion {
  readonly suspects: readonly Suspect[];
  /** UTF-16 units of all texts together, if these are many. */
  readonly size: number | undefined;
  /** Whether something worth sending is left without what is suspect. */
  readonly canLeaveOut: boolean;
}

/** Undefined: nothing may be sent. */
export type GateAnswer = 'leaveOut' | 'send' | undefined;

/** Looks at each text and at the files it comes from, and asks once about all that was found. */
export class PrivacyGate implements OutgoingGate {
  constructor(
    private readonly rules: FileRules,
    private readonly ask: (question: GateQuestion) => Promise<GateAnswer>,
  ) {}

  async review(texts: readonly OutgoingText[]): Promise<readonly (string | undefined)[] | undefined> {
    const all = texts.map(({ text }) => text);
    const found = await this.inspect(texts);
    if (!found) return all;
    const { suspects, size, rest } = found;
    const left = rest.filter((text) => text !== undefined && text.trim() !== '');
    const canLeaveOut = suspects.length > 0 && left.length > 0 && sizeOf(left) < largeRequest;
    switch (await this.ask({ suspects, size, canLeaveOut })) {
      case 'leaveOut':
        return rest;
      case 'send':
        return all;
      case undefined:
        return undefined;
    }
  }

  async allows(texts: readonly OutgoingText[]): Promise<boolean> {
    const found = await this.inspect(texts);
    if (!found) return true;
    return (await this.ask({ suspects: found.suspects, size: found.size, canLeaveOut: false })) === 'send';
  }

  /**
   * What of these texts may be sent without a question, in their order: a text with its secrets replaced, or undefined where
   * a rule is against its file. For what goes along by itself, about which the user is not asked.
   */
  async harmless(texts: readonly OutgoingText[]): Promise<readonly (string | undefined)[]> {
    const reasons = await this.reasonsFor(texts);
    return texts.map(({ text, files = [] }) =>
      files.some((file) => (reasons.get(file) ?? []).length > 0) ? undefined : withoutSecrets(text).text,
    );
  }

  /** Undefined: all may be sent without a question. */
  private async inspect(texts: readonly OutgoingText[]): Promise<Found | undefined> {
    const reasons = await this.reasonsFor(texts.filter(({ text }) => text !== ''));
    const inspected = texts.map((outgoing) => {
      const { text, files = [] } = outgoing;
      const ofFiles = text === '' ? [] : files.flatMap((file) => reasons.get(file) ?? []);
      const { text: clean, secrets } = withoutSecrets(text);
      return { suspect: suspectIn(outgoing, secrets, ofFiles), rest: ofFiles.length > 0 ? undefined : clean };
    });
    const suspects = inspected.flatMap(({ suspect }) => suspect ?? []);
    const whole = sizeOf(texts.map(({ text }) => text));
    const size = whole < largeRequest ? undefined : whole;
    if (suspects.length === 0 && size === undefined) return undefined;
    return { suspects, size, rest: inspected.map(({ rest }) => rest) };
  }

  private async reasonsFor(texts: readonly OutgoingText[]): Promise<ReadonlyMap<string, readonly FileReason[]>> {
    const files = [...new Set(texts.flatMap((text) => text.files ?? []))];
    if (files.length === 0) return new Map();
    const reasons = await this.rules.reasonsAgainst(files);
    return new Map(files.map((file, i) => [file, reasons[i] ?? []]));
  }
}

interface Found {
  readonly suspects: readonly Suspect[];
  readonly size: number | undefined;
  /** What is left of each text without what is suspect. Undefined: nothing. */
  readonly rest: readonly (string | undefined)[];
}

function sizeOf(texts: readonly (string | undefined)[]): number {
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
