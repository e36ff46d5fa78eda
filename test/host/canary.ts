import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** Counts who comes by, and answers nobody. */
export class Canary {
  requests = 0;
  private readonly server: Server = createServer();

  constructor() {
    this.server.on('connection', (socket) => {
      this.requests += 1;
      socket.destroy();
    });
  }

  async listen(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  close(): void {
    this.server.close();
  }
}

/** Every variable that the SDK or a tool of Google's reads an address, a key or an account from, and our own. */
export function foreignVariables(url: string): Readonly<Record<string, string>> {
  return {
    GOOGLE_GEMINI_BASE_URL: url,
    GOOGLE_VERTEX_BASE_URL: url,
    GEMINI_INTERACTIONS_BASE_URL: url,
    GEMINI_NEXT_GEN_API_BASE_URL: url,
    GOOGLE_GENAI_USE_VERTEXAI: 'true',
    GOOGLE_GENAI_USE_ENTERPRISE: 'true',
    GOOGLE_GENAI_API_VERSION: 'v9',
    GOOGLE_GENAI_ACCESS_TOKEN: 'foreign-token',
    GOOGLE_GENAI_USER_PROJECT: 'foreign-project',
    GOOGLE_CLOUD_PROJECT: 'foreign-project',
    GOOGLE_CLOUD_LOCATION: 'foreign-place',
    GOOGLE_GENAI_DEBUG: 'true',
    GOOGLE_API_KEY: 'foreign-key',
    GEMINI_API_KEY: 'foreign-key',
    GOOGLE_GENAI_API_KEY: 'foreign-key',
    GEMINI_INTERACTIONS_API_KEY: 'foreign-key',
  };
}

/** The files below the folder that hold the text, whether as UTF-8 or as UTF-16, which databases use. */
export async function filesWith(text: string, folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (bytes.includes(text) || bytes.includes(text, 0, 'utf16le')) found.push(path);
  }
  return found;
}
