import type { Interactions } from '@google/genai';
import { signatureFor, textStep, thoughtStep } from '../answer';
import { barChart } from './chartImage';
import { cited, citing } from './citations';
import { withoutCode } from './codeBlock';
import { promptsOf, type Question } from './question';

type Step = Interactions.Step;

/** What a Deep Research agent comes back with: a plan if one was asked for, else a report with sources and a chart. */
export function researchSteps(question: Question): readonly Step[] {
  const { agent_config } = question.request;
  const [first = '', ...wishes] = promptsOf(question);
  // After a plan the prompt is only "go ahead"; the topic is what the conversation began with.
  const topic = withoutCode(first).split('\n')[0]?.slice(0, 120) || 'the topic';
  const thoughts = agent_config?.thinking_summaries === 'auto' ? thoughtsOn(topic) : [];
  if (agent_config?.collaborative_planning) {
    return [thoughtStep(topic, thoughts.slice(0, 1)), textStep(planFor(topic, wishes))];
  }
  const withChart = agent_config?.visualization !== 'off';
  return [...foundOut(topic, thoughts), ...reportSteps(topic, withChart)];
}

function thoughtsOn(topic: string): readonly string[] {
  return [
    `***Generating research plan***\n\nI am breaking “${topic}” into questions that can be looked up one by one.`,
    '***Researching websites***\n\nI am reading four sources and noting where they disagree.',
    '***Checking figures***\n\nTwo of the sources give numbers for the same year; I am comparing them.',
    '***Synthesizing***\n\nI am putting the findings in order of how well they are supported.',
  ];
}

function planFor(topic: string, wishes: readonly string[]): string {
  const asked = wishes.map((wish, index) => `${index + 5}. Heed what you said: ${wish}\n`).join('');
  return `# Research plan: ${topic}

1. Establish what is known and since when.
2. Compare at least three independent sources.
3. Collect figures for a chart.
4. Write a report of four sections with sources.
${asked}
Tell me what to change, or say *go ahead*.`;
}

/** Thoughts, and between them the searches and the pages read. */
function foundOut(topic: string, thoughts: readonly string[]): readonly Step[] {
  const queries = [topic, `${topic} figures`];
  const urls = ['https://example.com/', 'https://example.org/'];
  return [
    thoughtStep(`${topic} plan`, thoughts.slice(0, 1)),
    {
      type: 'google_search_call',
      id: 'research-search',
      search_type: 'web_search',
      arguments: { queries },
      signature: signatureFor(topic),
    },
    {
      type: 'google_search_result',
      call_id: 'research-search',
      is_error: false,
      result: [{ search_suggestions: '<div class="container"></div>' }],
      signature: signatureFor(topic),
    },
    thoughtStep(`${topic} websites`, thoughts.slice(1, 2)),
    { type: 'url_context_call', id: 'research-pages', arguments: { urls }, signature: signatureFor(topic) },
    {
      type: 'url_context_result',
      call_id: 'research-pages',
      is_error: false,
      result: urls.map((url) => ({ url, status: 'success' as const })),
      signature: signatureFor(topic),
    },
    thoughtStep(`${topic} synthesis`, thoughts.slice(2)),
  ];
}

/** The service writes a report in several outputs, and gives a chart one of its own. */
function reportSteps(topic: string, withChart: boolean): readonly Step[] {
  const opening = cited([
    `# ${topic}\n\n## Executive summary\n\n`,
    citing('This report was made by the local test server – nothing was looked up', 'example.com', 1),
    ' [cite: 1]. ',
    citing('Its figures are examples', 'example.org', 2, 3),
    ' [cite: 2, 3].\n\n## Findings\n\n- The sources agree on the main point.\n- They differ by a few percent on the figures.\n\n',
    '| Source | Figure |\n| --- | ---: |\n| first | 40 % |\n| second | 70 % |\n| third | 55 % |\n| fourth | 95 % |\n\n',
  ]);
  const closing = cited([
    '\n\n## Limits\n\n',
    citing('Only four sources were considered – café talk was not', 'example.net', 4),
    ' [cite: 4].\n\n## Outlook\n\nAsk again with a real key for real research.\n\n',
    '**Sources:**\n1. [example.com](https://example.com/)\n2. [example.org](https://example.org/)\n',
    '3. [source1.example](https://source1.example/)\n4. [example.net](https://example.net/)\n',
  ]);
  const chart = { type: 'image' as const, mime_type: 'image/png' as const, data: barChart([0.4, 0.7, 0.55, 0.95]) };
  return [
    textStep(opening.text, opening.annotations),
    ...(withChart ? [{ type: 'model_output' as const, content: [chart] }] : []),
    textStep(closing.text, closing.annotations),
  ];
}
