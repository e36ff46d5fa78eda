import { Failure } from '../core/base/failure';

export type ApiVersion = 'v1' | 'v1beta';

/**
 * Which version of the API has what. All is asked of `v1`; a few models and, perhaps, the agents are on `v1beta` alone,
 * so what one version does not find is asked of the other once, and the version that knew it is remembered for as long
 * as this object lives.
 */
export class ApiVersions {
  private readonly known = new Map<string, ApiVersion>();

  /** The version to ask for this model, agent or interaction. */
  of(name: string): ApiVersion {
    return this.known.get(name) ?? 'v1';
  }

  remember(name: string, version: ApiVersion): void {
    if (version !== this.of(name)) this.known.set(name, version);
  }

  /** Runs the call on the version for `name`, and on the other one if the first has no such thing. Rejects as the first does. */
  async run<T>(name: string, call: (version: ApiVersion) => Promise<T>): Promise<T> {
    const version = this.of(name);
    try {
      return await call(version);
    } catch (error) {
      if (!isMissing(error)) throw error;
      return await this.runOnOther(name, version === 'v1' ? 'v1beta' : 'v1', call, error);
    }
  }

  private async runOnOther<T>(
    name: string,
    version: ApiVersion,
    call: (version: ApiVersion) => Promise<T>,
    firstError: unknown,
  ): Promise<T> {
    try {
      const result = await call(version);
      this.remember(name, version);
      return result;
    } catch (error) {
      const status = error instanceof Failure ? error.status : undefined;
      if (status === 404) throw firstError;
      // Any other refusal says that this version knows it.
      if (status !== undefined) this.remember(name, version);
      throw error;
    }
  }
}

/** A chain that cannot be continued is missing on both versions, and has a remedy of its own. So has a sandbox that is gone. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Failure) || error.status !== 404) return false;
  return error.reason !== 'historyExpired' && error.reason !== 'environmentGone';
}
