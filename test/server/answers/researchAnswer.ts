import type { Interactions } from '@google/genai';
import { textStep, thoughtStep } from '../answer';
import { barChart } from './chartImage';
import { cited, citing } from './citations';
import { withoutCode } from './codeBlock';
import { promptsOf, type Question } from './question';

type Step = Interactions.Step;

/** What a Deep Research agent comes back with: a plan if one was asked for, else a report with sources and a chart. */
export function researchSteps(question: Question): readonly Step[] {
  const { agent_config } = question.request;
  // After a plan the prompt is only "go ahead"; the topic is what the conversation began with.
  const topic =
    withoutCode(promptsOf(question)[0] ?? '')
      .split('\n')[0]
      ?.slice(0, 120) || 'the topic';
  const thoughts = agent_config?.thinking_summaries === 'auto' ? thoughtsOn(topic) : [];
  if (agent_config?.collaborative_planning) return [thoughtStep(topic, thoughts.slice(0, 1)), textStep(planFor(topic))];
  return [thoughtStep(topic, thoughts), reportStep(topic, agent_config?.visualization !== 'off')];
}

function thoughtsOn(topic: string): readonly string[] {
  return [
    `***Generating research plan***\n\nI am breaking “${topic}” into questions that can be looked up one by one.`,
    '***Researching websites***\n\nI am reading four sources and noting where they disagree.',
    '***Checking figures***\n\nTwo of the sources give numbers for the same year; I am comparing them.',
    '***Synthesizing***\n\nI am putting the findings in order of how well they are supported.',
  ];
}

function planFor(topic: string): string {
  return `# Research plan: ${topic}

1. Establish what is known and since when.
2. Compare at least three independent sources.
3. Collect figures for a chart.
4. Write a report of four sections with sources.

Tell me what to change, or say *go ahead*.`;
}

function reportStep(topic: string, withChart: boolean): Interactions.ModelOutputStep {
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
  const part = ({ text, annotations }: ReturnType<typeof cited>) => ({
    type: 'text' as const,
    text,
    annotations: [...annotations],
  });
  const chart = { type: 'image' as const, mime_type: 'image/png' as const, data: barChart([0.4, 0.7, 0.55, 0.95]) };
  return { type: 'model_output', content: [part(opening), ...(withChart ? [chart] : []), part(closing)] };
}
