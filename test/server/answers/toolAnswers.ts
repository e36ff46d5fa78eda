import type { Interactions } from '@google/genai';
import { signatureFor, textStep } from '../answer';
import { isRecord } from '../wire';
import { cited, citing } from './citations';
import { codeBlocksIn, withoutCode } from './codeBlock';
import { promptOf, type Question } from './question';
import { instanceOf } from './schemaInstance';

type Step = Interactions.Step;

/** The query a search would run: the prompt's words, shortened. */
function queryOf(prompt: string): string {
  return withoutCode(prompt).replace(/\s+/g, ' ').slice(0, 80).trim() || 'local test server';
}

export function searchSteps(question: Question, thought: Step): readonly Step[] {
  const query = queryOf(promptOf(question));
  const href = `https://www.google.com/search?q=${encodeURIComponent(query)}`;
  const chip = `<style>.container{}</style><div class="container"><a class="chip" href="${href}">${escaped(query)}</a></div>`;
  const { text, annotations } = cited([
    `I looked for **${query}** – without leaving this machine.\n\n`,
    citing('The local test server has one page about it', 'example.com', 1),
    '. ',
    citing('A second page – in other words – agrees ✓', 'example.org', 2, 1),
    '.\n',
  ]);
  return [
    {
      type: 'google_search_call',
      id: 'search01',
      search_type: 'web_search',
      arguments: { queries: [query] },
      signature: signatureFor(query),
    },
    {
      type: 'google_search_result',
      call_id: 'search01',
      is_error: false,
      result: [{ search_suggestions: chip }],
      signature: signatureFor(chip),
    },
    thought,
    textStep(text, annotations),
  ];
}

export function codeExecutionSteps(question: Question, thought: Step): readonly Step[] {
  const numbers = (promptOf(question).match(/-?\d+(?:\.\d+)?/g) ?? ['1', '2', '3']).map(Number);
  const sum = numbers.reduce((total, number) => total + number, 0);
  const code = `numbers = [${numbers.join(', ')}]\nprint(f"{sum(numbers)=}")\n`;
  return [
    thought,
    {
      type: 'code_execution_call',
      id: 'code0001',
      arguments: { language: 'python', code },
      signature: signatureFor(code),
    },
    {
      type: 'code_execution_result',
      call_id: 'code0001',
      is_error: false,
      result: `sum(numbers)=${sum}\n`,
      signature: signatureFor(String(sum)),
    },
    textStep(`The numbers ${numbers.join(', ')} add up to **${sum}**.`),
  ];
}

export function urlContextSteps(url: string, thought: Step): readonly Step[] {
  const title = URL.canParse(url) ? new URL(url).hostname : url;
  const { text, annotations } = cited([
    'I did not fetch the page, but ',
    citing(`an answer about ${url} would cite it`, title, 1),
    '.',
  ]);
  return [
    { type: 'url_context_call', id: 'url00001', arguments: { urls: [url] }, signature: signatureFor(url) },
    {
      type: 'url_context_result',
      call_id: 'url00001',
      is_error: false,
      result: [{ url, status: 'success' }],
      signature: signatureFor(title),
    },
    thought,
    textStep(text, annotations),
  ];
}

/** "call read_file {…}" calls the declared function, once for each one named; `any` calls the first in any case. */
export function functionCallSteps(question: Question, thought: Step): readonly Step[] | undefined {
  const prompt = promptOf(question);
  const { tool_choice } = question.request.generation_config ?? {};
  if (tool_choice === 'none') return undefined;
  const declared = (question.request.tools ?? []).filter((tool) => tool.type === 'function');
  const named = declared.filter(({ name = '' }) => new RegExp(`\\bcall\\b[^.]*?\\b${name}\\b`, 'i').test(prompt));
  const called = named.length > 0 ? named : tool_choice === 'any' ? declared.slice(0, 1) : [];
  if (called.length === 0) return undefined;
  const calls = called.map((tool, index) => ({
    type: 'function_call' as const,
    id: `call${String(index + 1).padStart(4, '0')}_${question.inherited.length + question.input.length}`,
    name: tool.name ?? '',
    arguments: argumentsFor(tool, prompt),
  }));
  return [thought, ...calls];
}

/** The JSON after the function's name, or the plainest thing its parameters allow. */
function argumentsFor(tool: Interactions.Function, prompt: string): Record<string, unknown> {
  const given = new RegExp(`\\b${tool.name}\\b\\s*(?:with\\s*)?(\\{.*?\\})`, 's').exec(prompt)?.[1];
  try {
    const parsed: unknown = JSON.parse(given ?? '');
    if (isRecord(parsed)) return { ...parsed };
  } catch {
    // Not JSON: fall through to the schema.
  }
  const instance = instanceOf(tool.parameters ?? { type: 'object' }, 'example');
  return isRecord(instance) ? { ...instance } : {};
}

/** The turn after the calls: says what came back, by name. */
export function functionResultSteps(question: Question, thought: Step): readonly Step[] | undefined {
  const results = question.input.slice(question.input.findLastIndex((step) => step.type === 'model_output') + 1);
  if (results.at(-1)?.type !== 'function_result') return undefined;
  const calls = [...question.inherited, ...question.input].filter((step) => step.type === 'function_call');
  const lines = results.flatMap((step) => {
    if (step.type !== 'function_result') return [];
    const name = step.name ?? calls.find((call) => call.id === step.call_id)?.name ?? step.call_id;
    const result = typeof step.result === 'string' ? step.result : JSON.stringify(step.result);
    return [step.is_error ? `\`${name}\` failed: ${result}` : `\`${name}\` returned: ${result}`];
  });
  return [thought, textStep(lines.join('\n\n'))];
}

export function firstUrl(prompt: string): string | undefined {
  return /https?:\/\/[^\s)>"'`]+/.exec(prompt)?.[0];
}

export function asksToCompute(question: Question): boolean {
  const prompt = promptOf(question);
  return (
    codeBlocksIn(prompt).length === 0 && /\b(sum|add up|calculate|compute|run|execute|plot|how much is)\b/i.test(prompt)
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
