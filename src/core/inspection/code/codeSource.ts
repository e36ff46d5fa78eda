import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json';
import type { Turn } from '../../conversation/turn';
import { withoutTexts } from '../elide';
import type { InspectedRequest } from '../inspection';

export const codeLanguages = ['typescript', 'python', 'curl'] as const;
export type CodeLanguage = (typeof codeLanguages)[number];

/** What becomes code. */
export interface CodeSource {
  /** The body as it was sent. */
  readonly body: JsonObject;
  readonly version: string;
  /** The origin of the service. */
  readonly origin: string;
  /** Whether that is Google's own, which the libraries know. */
  readonly isUsualOrigin: boolean;
  /** The paths of files whose bytes are in the body, by their base64. The code reads them, and does not hold them. */
  readonly files: ReadonlyMap<string, string>;
}

export interface CodePlace {
  /** The origin of the service. */
  readonly origin: string;
  readonly isUsualOrigin: boolean;
  /** Those whose attachments the request may hold. */
  readonly turns: readonly Turn[];
  /** The path of a file on this disk. */
  readonly pathOf: (uri: string) => string | undefined;
  /** Texts that must not stand in code. */
  readonly secrets: readonly string[];
  /** What stands in their place. */
  readonly secretWords: string;
}

/** The source of the code for a request. */
export function codeSource(
  { body, version }: InspectedRequest,
  { origin, isUsualOrigin, turns, pathOf, secrets, secretWords }: CodePlace,
): CodeSource {
  const files = new Map<string, string>();
  for (const { attachments } of turns) {
    for (const attachment of attachments) {
      if (attachment.kind !== 'media' || attachment.uri === undefined) continue;
      const path = pathOf(attachment.uri);
      if (path !== undefined) files.set(attachment.data, path);
    }
  }
  const shown = withoutTexts(withoutHeaders(body), secrets, secretWords);
  return { body: { ...(isJsonObject(shown) ? shown : {}), stream: true }, version, origin, isUsualOrigin, files };
}

/** Headers of MCP servers hold secrets: who runs the code adds them. */
function withoutHeaders(body: JsonObject): JsonObject {
  const { tools } = body;
  if (!Array.isArray(tools)) return body;
  return { ...body, tools: tools.map(withoutHeadersOf) };
}

function withoutHeadersOf(tool: JsonValue): JsonValue {
  if (!isJsonObject(tool)) return tool;
  const { headers: _headers, ...rest } = tool;
  return rest;
}
