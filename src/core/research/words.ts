import type { ReportWords } from './report/report';

/** What jobs say, in the user's language. */
export interface ResearchWords extends Omit<ReportWords, 'partial'> {
  /** Says yes to the plan. */
  readonly goAhead: string;
  /** Says what a report usually costs. */
  cost(agent: string): string;
  /** Stands over a report that ended with this status of the service. Undefined: it is whole. */
  partial(status: string): string | undefined;
}
