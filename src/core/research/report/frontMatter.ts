/** What stands at the head of a report, for people and for other programs. */
export interface FrontMatter {
  readonly question: string;
  readonly agent: string;
  /** When the research was asked for. Milliseconds since 1970. */
  readonly createdAt: number;
  readonly interactionId: string;
  /** All tokens that were counted. 0: the service has not said. */
  readonly tokens: number;
  /** What it usually costs, in words. Empty: not known. */
  readonly cost: string;
  /** The service's word for how it ended. */
  readonly status: string;
}

/** YAML between two lines of dashes, which previews and site makers know. */
export function frontMatter(matter: FrontMatter): string {
  const lines = [
    `question: ${quoted(matter.question)}`,
    `agent: ${quoted(matter.agent)}`,
    `date: ${new Date(matter.createdAt).toISOString()}`,
    `status: ${quoted(matter.status)}`,
    ...(matter.tokens > 0 ? [`tokens: ${matter.tokens}`] : []),
    ...(matter.cost === '' ? [] : [`cost: ${quoted(matter.cost)}`]),
    `interaction: ${quoted(matter.interactionId)}`,
  ];
  return `---\n${lines.join('\n')}\n---`;
}

/** YAML reads a JSON string as it is, but for two line ends of Unicode. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u0085\u2028\u2029]/g, ' ');
}
