import type { CreateRequest } from './wire';
import { isRecord } from './wire';
import { refusal } from './wireError';

/** A sandbox of an agent: it is kept for some days after its last task. */
export interface ServedEnvironment {
  readonly id: string;
  readonly created: string;
  /** When a task last came to work in it. */
  used: string;
  /** As it was last asked for: `disabled`, a list of hosts, or undefined for all. */
  network: unknown;
  /** What was put into it, by path. */
  readonly files: Map<string, string>;
  /** What else is listed, by path: what is no plain file, or cannot be read. */
  readonly odd: Map<string, OddEntry>;
  /** How many tasks worked in it. */
  tasks: number;
}

interface OddEntry {
  /** As the listing says it. Source: SDK type `EnvironmentFile`, whose type may be any word besides the two it names. */
  readonly type: string;
  /** How its bytes are refused: 404 is a file that went after it was listed. */
  readonly status: number;
  /** Bytes, as the listing says it. */
  readonly size?: number;
}

/** The sandboxes there are. */
export class Environments {
  readonly #byId = new Map<string, ServedEnvironment>();
  #made = 0;

  get all(): ReadonlyMap<string, ServedEnvironment> {
    return this.#byId;
  }

  forget(id: string): void {
    this.#byId.delete(id);
  }

  /** The sandbox that a request works in: the one it names, or a new one. Undefined: it asks for none. */
  enter({ environment }: CreateRequest): ServedEnvironment | undefined {
    if (environment === undefined) return undefined;
    const wanted = isRecord(environment) ? environment : {};
    const id = typeof environment === 'string' && environment !== 'remote' ? environment : wanted.environment_id;
    const entered = typeof id === 'string' ? this.find(id) : this.#make();
    for (const source of sourcesOf(wanted)) entered.files.set(source.target, source.content);
    if (wanted.network !== undefined) entered.network = wanted.network;
    entered.tasks += 1;
    entered.used = new Date().toISOString();
    return entered;
  }

  find(id: string): ServedEnvironment {
    const found = this.#byId.get(id);
    if (!found) throw refusal(404, 'not_found', `Environment '${id}' not found.`);
    return found;
  }

  #make(): ServedEnvironment {
    this.#made += 1;
    const created = new Date().toISOString();
    const made = {
      id: `env_${String(this.#made).padStart(4, '0')}`,
      created,
      used: created,
      network: undefined,
      files: new Map<string, string>(),
      odd: new Map<string, OddEntry>(),
      tasks: 0,
    };
    this.#byId.set(made.id, made);
    return made;
  }
}

/** The inline sources, and a file of each repository, which the rules have found whole. */
function sourcesOf({ sources }: Readonly<Record<string, unknown>>): readonly { target: string; content: string }[] {
  const all: readonly unknown[] = Array.isArray(sources) ? sources : [];
  return all.filter(isRecord).flatMap(({ type, target, content, source }) => {
    if (type === 'repository') return [{ target: `${String(target)}/README.md`, content: `From ${String(source)}\n` }];
    return type === 'inline' ? [{ target: String(target), content: String(content) }] : [];
  });
}
