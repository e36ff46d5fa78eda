/**
 * Whether a model takes remote MCP servers: those of the second generation do, and those since the third refuse them. An
 * alias such as `…-latest` means one of these. Of a model of another family it is not known, and the service says.
 * Source: the API's page on its limits, which is dated 2026-09-24.
 */
export function takesRemoteMcp(model: string): boolean {
  const [, version] = /^gemini-(\d+)/.exec(model) ?? [];
  if (version !== undefined) return Number(version) < 3;
  return !/^gemini-.*-latest$/.test(model);
}
