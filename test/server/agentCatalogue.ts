/** An agent the service lists. The kind is the `type` of its `agent_config`. */
export interface AgentEntry {
  readonly id: string;
  readonly displayName: string;
  readonly kind: 'deep-research' | 'antigravity' | 'code-mender';
  /** What is listed is not open to everyone: some get a 404 for a listed name. */
  readonly open: boolean;
  /** Of the user's project: `models.list` does not have it, and it has a sandbox of its own. */
  readonly isOwn?: true;
}

export const agents: readonly AgentEntry[] = [
  { id: 'deep-research-preview-04-2026', displayName: 'Deep Research', kind: 'deep-research', open: true },
  { id: 'deep-research-max-preview-04-2026', displayName: 'Deep Research Max', kind: 'deep-research', open: true },
  { id: 'antigravity-preview-09-2026', displayName: 'Antigravity', kind: 'antigravity', open: true },
  { id: 'code-mender-preview-10-2026', displayName: 'CodeMender', kind: 'code-mender', open: false },
  { id: 'reviewer', displayName: 'Reviewer', kind: 'antigravity', open: true, isOwn: true },
];

export function findAgent(id: string | undefined): AgentEntry | undefined {
  return agents.find((agent) => agent.id === id);
}

export function isDeepResearch(id: string | undefined): boolean {
  return findAgent(id)?.kind === 'deep-research';
}
