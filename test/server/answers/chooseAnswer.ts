import type { Interactions } from '@google/genai';
import { isDeepResearch } from '../agentCatalogue';
import { type Answer, textStep, thoughtStep } from '../answer';
import { barChart } from './chartImage';
import { checkSteps } from './checkAnswer';
import { codeBlocksIn, withoutCode } from './codeBlock';
import { explain } from './codeExplanation';
import { replacementFor } from './codeReplacement';
import { commitMessageFor } from './commitMessage';
import { limited } from './limits';
import { recalled } from './memoryAnswer';
import { prose } from './proseAnswer';
import { hasTool, promptOf, promptsOf, type Question } from './question';
import { researchSteps } from './researchAnswer';
import { instanceOf } from './schemaInstance';
import * as tools from './toolAnswers';

/** The built-in answer to a question. The first kind that fits wins. */
export function chooseAnswer(question: Question): Answer {
  const { request } = question;
  if (isDeepResearch(request.agent)) return { steps: researchSteps(question) };
  const thought = thoughtFor(question);
  const special =
    tools.functionResultSteps(question, thought) ??
    tools.functionCallSteps(question, thought) ??
    formatted(question, thought) ??
    built(question, thought);
  return limited(request, special ?? [thought, textStep(words(question))]);
}

/** Structured output and images. */
function formatted(question: Question, thought: Interactions.Step): readonly Interactions.Step[] | undefined {
  const { response_format, model = '' } = question.request;
  const formats: readonly unknown[] = Array.isArray(response_format) ? response_format : [response_format];
  for (const format of formats) {
    if (typeof format !== 'object' || format === null || !('type' in format)) continue;
    if (format.type === 'text' && 'schema' in format) {
      const checked = hasTool(question, 'url_context') ? checkSteps(question, thought) : undefined;
      if (checked) return checked;
      return [thought, textStep(JSON.stringify(instanceOf(format.schema, promptOf(question).slice(0, 60))))];
    }
  }
  const wantsImage = formats.some((format) => typeof format === 'object' && format !== null && 'image_size' in format);
  if (!wantsImage && !/image|banana/.test(model)) return undefined;
  const image = { type: 'image' as const, mime_type: 'image/png' as const, data: barChart([0.3, 0.6, 0.9]) };
  return [thought, { type: 'model_output', content: [{ type: 'text', text: 'Here is a picture:\n\n' }, image] }];
}

/** Answers that go through one of the service's own tools. */
function built(question: Question, thought: Interactions.Step): readonly Interactions.Step[] | undefined {
  const url = tools.firstUrl(promptOf(question));
  if (hasTool(question, 'url_context') && url) return tools.urlContextSteps(url, thought);
  const search = hasTool(question, 'google_search');
  if (hasTool(question, 'code_execution') && (!search || tools.asksToCompute(question))) {
    return tools.codeExecutionSteps(question, thought);
  }
  return search ? tools.searchSteps(question, thought) : undefined;
}

function words(question: Question): string {
  const prompt = promptOf(question);
  const instruction = question.request.system_instruction ?? '';
  const blocks = codeBlocksIn(prompt);
  if (/replacement code/i.test(instruction)) {
    const selection = blocks.find((block) => block.isSelection) ?? blocks.at(-1);
    if (selection) return replacementFor(selection, withoutCode(prompt));
  }
  if (/commit message/i.test(instruction + prompt)) {
    const message = commitMessageFor(prompt);
    if (message !== undefined) return message;
  }
  const memory = recalled(question);
  if (memory !== undefined) return memory;
  // "Explain it" after the code was sent in an earlier turn means that code.
  const earlier = /\bexplain\b/i.test(prompt) ? promptsOf(question).flatMap(codeBlocksIn).slice(-1) : [];
  const explained = blocks.length > 0 ? blocks : earlier;
  return explained.length > 0 ? explained.map(explain).join('\n\n') : prose(question);
}

/** Every answer starts from a signed thought; its summaries are only given to those who ask for them. */
function thoughtFor(question: Question): Interactions.ThoughtStep {
  const prompt = promptOf(question);
  if (question.request.generation_config?.thinking_summaries !== 'auto') return thoughtStep(prompt);
  const topic = withoutCode(prompt).split('\n')[0]?.slice(0, 80) ?? '';
  const blocks = codeBlocksIn(prompt);
  const code = blocks.map((block) => `${block.file ?? 'the code'} (${block.code.split('\n').length} lines)`).join(', ');
  return thoughtStep(prompt, [
    `**Reading the question**\n\nI am looking at what is asked: “${topic}”.\n\n\n`,
    blocks.length > 0
      ? `**Going through the code**\n\nI am reading ${code}.\n\n\n`
      : '**Choosing a form**\n\nI am deciding how the answer is best laid out.\n\n\n',
  ]);
}
