/** A Deep Research agent of the service, and what a run of it usually costs. Source: docs, Deep Research agent; July 2026. */
export interface ResearchAgent {
  readonly kind: 'fast' | 'max';
  /** As a request names it. */
  readonly id: string;
  /** US dollars. */
  readonly usually: { readonly least: number; readonly most: number };
}

const fast: ResearchAgent = {
  kind: 'fast',
  id: 'deep-research-preview-04-2026',
  usually: { least: 1, most: 3 },
};
const max: ResearchAgent = {
  kind: 'max',
  id: 'deep-research-max-preview-04-2026',
  usually: { least: 3, most: 7 },
};
const researchAgents: readonly ResearchAgent[] = [fast, max];

/** The agent of this kind. */
export function agentOf(kind: ResearchAgent['kind']): ResearchAgent {
  return kind === 'max' ? max : fast;
}

/** The agent with this id, or the one that takes the place of one that Google has switched off. */
export function agentNow(id: string): { readonly agent: ResearchAgent; readonly isReplaced: boolean } {
  const known = researchAgents.find((agent) => agent.id === id);
  return known ? { agent: known, isReplaced: false } : { agent: /max/.test(id) ? max : fast, isReplaced: true };
}

/** `ask`: a run may cost more than the budget. `refuse`: it usually does. A budget of 0 is none. US dollars. */
export function againstBudget({ usually }: ResearchAgent, budget: number): 'fine' | 'ask' | 'refuse' {
  if (!(budget > 0) || usually.most <= budget) return 'fine';
  return usually.least > budget ? 'refuse' : 'ask';
}
