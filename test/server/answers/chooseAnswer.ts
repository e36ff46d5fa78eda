import type { Interactions } from '@google/genai';
import { isDeepResearch } from '../agentCatalogue';
import { type Answer, textStep, thoughtStep } from '../answer';
import type { ServedEnvironment } from '../environments';
import { isImageModel } from '../modelCatalogue';
import { isRecord } from '../wire';
import { agentAnswer } from './agentAnswer';
import { checkSteps } from './checkAnswer';
import { codeBlocksIn, fenced, withoutCode } from './codeBlock';
import { explain } from './codeExplanation';
import { replacementFor } from './codeReplacement';
import { commitMessageFor } from './commitMessage';
import { fileSearchSteps } from './fileSearchAnswer';
import { limited } from './limits';
import { mcpSteps } from './mcpAnswer';
import { recalled } from './memoryAnswer';
import { pictureSteps } from './pictureAnswer';
import { prose } from './proseAnswer';
import { hasTool, promptOf, promptsOf, type Question } from './question';
import { researchSteps } from './researchAnswer';
import { instanceOf } from './schemaInstance';
import { starterSteps } from './starterAnswers';
import { explainOutput, terminalFixFor } from './terminalAnswers';
import * as tools from './toolAnswers';

/** The built-in answer to a question. The first kind that fits wins. */
export function chooseAnswer(question: Question, environment?: ServedEnvironment): Answer {
  const { request } = question;
  if (isDeepResearch(request.agent)) return { steps: researchSteps(question) };
  if (request.agent !== undefined) return agentAnswer(question, environment);
  const thought = thoughtFor(question);
  const special =
    tools.functionResultSteps(question, thought) ??
    tools.functionCallSteps(question, thought) ??
    starterSteps(question, thought) ??
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
  const wanted = formats.filter(isRecord).find(({ type }) => type === 'image');
  return wanted || isImageModel(model) ? [thought, ...pictureSteps(promptOf(question), wanted)] : undefined;
}

/** Answers that go through one of the service's own tools. */
function built(question: Question, thought: Interactions.Step): readonly Interactions.Step[] | undefined {
  const server = mcpSteps(question, thought);
  if (server) return server;
  const files = fileSearchSteps(question, thought, question.stores);
  if (files) return files;
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
  const replaced = replacements(instruction, prompt, promptsOf(question));
  if (replaced !== undefined) return replaced;
  if (/corrected terminal command/i.test(instruction)) return terminalFixFor(prompt, blocks);
  if (/commit message/i.test(instruction + prompt)) {
    const message = commitMessageFor(prompt);
    if (message !== undefined) return message;
  }
  const [output] = blocks;
  if (output && /output of a terminal/i.test(withoutCode(prompt))) return explainOutput(output);
  const memory = recalled(question);
  if (memory !== undefined) return memory;
  // "Explain it" after the code was sent in an earlier turn means that code.
  const earlier = /\bexplain\b/i.test(prompt) ? promptsOf(question).flatMap(codeBlocksIn).slice(-1) : [];
  const explained = blocks.length > 0 ? blocks : earlier;
  return explained.length > 0 ? explained.map(explain).join('\n\n') : prose(question);
}

/** The new code for each selection, between the tags that the instruction names. Undefined: no code is to be replaced. */
function replacements(instruction: string, prompt: string, prompts: readonly string[]): string | undefined {
  if (!/replacement code/i.test(instruction)) return undefined;
  const tag = /^<(\w+)-1>$/m.exec(instruction)?.[1];
  // A refinement may leave out the code that an earlier prompt has.
  const blocks = [prompt, ...prompts.toReversed()].map(codeBlocksIn).find((found) => found.length > 0) ?? [];
  const marked = blocks.filter((block) => block.isSelection);
  const selections = marked.length > 0 ? marked : blocks.slice(-1);
  if (selections.length === 0) return undefined;
  const codes = selections.map((block) => replacementFor(block, withoutCode(prompt)));
  if (tag === undefined) return codes.map((code, at) => fenced(code, selections[at]?.language ?? '')).join('\n\n');
  return codes.map((code, at) => `<${tag}-${at + 1}>\n${code}\n</${tag}-${at + 1}>`).join('\n');
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
