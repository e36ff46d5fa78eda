import { Failure, traits } from '../base/failure';
import { isJsonObject, type JsonObject, numberField } from '../base/json';
import type { GoogleFiles } from '../interactions/googleFiles';
import type { Interactions } from '../interactions/port';
import { debtsFolder } from '../storage/files/chatPaths';
import type { StorageFiles } from '../storage/files/files';
import { deleteInteractions } from './deleteInteractions';

/** By then Google has deleted everything by itself. Source: the Interactions API's page on data retention. */
const keptMs = 56 * 24 * 3_600_000;

/** What Google is to delete. */
export interface Owed {
  /** Ids of interactions. */
  readonly interactions?: readonly string[];
  /** Names of uploaded files, such as `files/abc-123`. */
  readonly uploads?: readonly string[];
}

interface Debt extends Required<Owed> {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export interface DebtsAtGoogleParts {
  /** The folder of all windows. */
  readonly files: Pick<StorageFiles, 'list' | 'read' | 'write' | 'remove'>;
  readonly interactions: Pick<Interactions, 'delete'>;
  readonly uploads: Pick<GoogleFiles, 'delete'>;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/**
 * What is deleted here and has to be deleted at Google as well. It stays on disk until that is done, since
 * the machine may be offline then. The user is not asked. Two windows may try the same: a second delete does no harm.
 */
export class DebtsAtGoogle {
  private paying: Promise<void> | undefined;
  private isMore = false;

  constructor(private readonly parts: DebtsAtGoogleParts) {}

  /** Resolves once it is on disk; then it is tried. Rejects where the disk refuses. */
  async owe({ interactions = [], uploads = [] }: Owed): Promise<void> {
    if (interactions.length + uploads.length === 0) return;
    const path = `${debtsFolder}/${this.parts.newId()}.json`;
    await this.write({ path, since: this.parts.now(), interactions, uploads });
    void this.pay().catch(this.parts.onError);
  }

  /** Tries all that is owed. Resolves when all was tried; what could not be deleted stays. */
  pay(): Promise<void> {
    this.isMore = true;
    this.paying ??= this.payAll();
    return this.paying;
  }

  private async payAll(): Promise<void> {
    try {
      while (this.isMore) {
        this.isMore = false;
        for (const debt of await this.read()) if (!(await this.payOne(debt))) return;
      }
    } finally {
      this.paying = undefined;
    }
  }

  /** False: the service cannot be reached now, for this one and for all others. */
  private async payOne(debt: Debt): Promise<boolean> {
    const { gone, failed } = await deleteInteractions(
      this.parts.interactions,
      debt.interactions,
      new AbortController().signal,
    );
    const interactions = debt.interactions.filter((id) => !gone.includes(id));
    const reasons = new Set(failed.keys());
    const uploads: string[] = [];
    for (const name of debt.uploads) {
      const reason = await this.deleteUpload(name);
      if (reason === undefined) continue;
      uploads.push(name);
      reasons.add(reason);
    }
    if (interactions.length + uploads.length === 0) await this.parts.files.remove(debt.path);
    else if (interactions.length + uploads.length < debt.interactions.length + debt.uploads.length) {
      await this.write({ ...debt, interactions, uploads });
    }
    // Another key may be refused for this debt alone.
    return ![...reasons].some((reason) => traits[reason].stopsBatch && !traits[reason].aboutKey);
  }

  /** The reason why it was not deleted. Undefined: it is gone. */
  private async deleteUpload(name: string) {
    try {
      await this.parts.uploads.delete(name, new AbortController().signal);
      return undefined;
    } catch (error) {
      if (error instanceof Failure) return error.reason;
      throw error;
    }
  }

  private async read(): Promise<readonly Debt[]> {
    const { files, now } = this.parts;
    const debts: Debt[] = [];
    for (const { name } of await files.list(debtsFolder)) {
      const path = `${debtsFolder}/${name}`;
      const debt = name.endsWith('.json') ? debtOf(path, await files.read(path)) : undefined;
      if (!debt) continue;
      if (now() - debt.since > keptMs) await files.remove(path);
      else debts.push(debt);
    }
    return debts;
  }

  private write({ path, ...debt }: Debt): Promise<void> {
    return this.parts.files.write(path, new TextEncoder().encode(JSON.stringify(debt)));
  }
}

function debtOf(path: string, bytes: Uint8Array | undefined): Debt | undefined {
  const value = bytes && parsed(bytes);
  const since = isJsonObject(value) ? numberField(value, 'since') : undefined;
  if (!isJsonObject(value) || since === undefined) return undefined;
  return { path, since, interactions: texts(value, 'interactions'), uploads: texts(value, 'uploads') };
}

function texts(object: JsonObject, key: string): readonly string[] {
  const value = object[key];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
