import type * as vscode from 'vscode';
import type { ServerHeaders } from '../../core/interactions/serverHeaders';

/** A header that a remote MCP server wants, such as `Authorization`. */
export interface ServerHeader {
  readonly name: string;
  readonly value: string;
}

/** A remote MCP server as the settings name it. */
export interface NamedServer {
  readonly name: string;
  readonly url: string;
}

/**
 * Tokens of remote MCP servers, in SecretStorage alone. Each belongs to the name and the origin of a server, so that
 * a changed address finds none.
 */
export class ServerTokens {
  private readonly sent = new Set<string>();

  constructor(
    private readonly secrets: Pick<vscode.SecretStorage, 'get' | 'store' | 'delete'>,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** What went along with requests of this window. No document may show it. */
  get shownNowhere(): readonly string[] {
    return [...this.sent];
  }

  /** Never rejects: the server then says that the token is missing. */
  async headersOf(server: NamedServer): Promise<ServerHeaders | undefined> {
    try {
      const header = await this.read(server);
      if (!header) return undefined;
      // Behind the name of a scheme, as in `Basic abc`.
      this.sent.add(header.value.replace(/^[A-Za-z]+ (?=\S+$)/, ''));
      return { [header.name]: header.value };
    } catch (error) {
      this.onError(error);
      return undefined;
    }
  }

  async read(server: NamedServer): Promise<ServerHeader | undefined> {
    const saved = await this.secrets.get(secretName(server));
    return saved === undefined ? undefined : readHeader(saved);
  }

  async save(server: NamedServer, { name, value }: ServerHeader): Promise<void> {
    await this.secrets.store(secretName(server), `${name}: ${value}`);
  }

  async remove(server: NamedServer): Promise<void> {
    await this.secrets.delete(secretName(server));
  }
}

/** A token as it was typed: alone, or as a whole header. Undefined: it can be neither. */
export function readHeader(typed: string): ServerHeader | undefined {
  const text = typed.trim();
  const [, name = 'Authorization', rest = text] = /^([A-Za-z][A-Za-z0-9-]*):\s+(.+)$/.exec(text) ?? [];
  // Other characters can't stand in a header.
  if (!/^[\x20-\x7e]+$/.test(rest)) return undefined;
  if (rest !== text || /^[A-Za-z]+ \S+$/.test(rest)) return { name, value: rest };
  return /\s/.test(rest) ? undefined : { name, value: `Bearer ${rest}` };
}

function secretName({ name, url }: NamedServer): string {
  return `mcpServer@${name}@${URL.canParse(url) ? new URL(url).origin : ''}`;
}
