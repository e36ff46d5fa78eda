import type { Interactions } from '@google/genai';
import { type Answer, signatureFor, textStep, thoughtStep } from '../answer';
import type { ServedEnvironment } from '../environments';
import { withoutCode } from './codeBlock';
import { promptOf, type Question } from './question';

type Step = Interactions.Step;

/** What a task of the built-in agent takes. One with fewer tokens stops in the middle. */
const tokensOfTask = 1_000;

/** What an agent that works in a sandbox comes back with: a command that it ran there, and a report. */
export function agentAnswer(question: Question, environment: ServedEnvironment | undefined): Answer {
  const { agent = '', agent_config } = question.request;
  // The question comes last, after what the sandbox has.
  const prompt = withoutCode(promptOf(question)).trim().split('\n').at(-1)?.slice(0, 120) ?? '';
  const most = Number(agent_config?.max_total_tokens ?? Number.POSITIVE_INFINITY);
  const place = environment ? `the sandbox ${environment.id}` : 'no sandbox';
  if (/\bchange\b/i.test(prompt))
    for (const [path, text] of environment?.files ?? []) environment?.files.set(path, `${text}# changed\n`);
  const files = [...(environment?.files ?? [])].map(([path, text]) => `${text.length} ${path}\n`);
  const ran = commandSteps('ls -la /workspace', `total ${files.length}\n${files.join('')}`);
  if (most < tokensOfTask) return { steps: [thoughtStep(prompt), ...ran], status: 'incomplete' };
  const report = `I am **${agent}** and worked in ${place}, whose network is ${networkWords(environment)}.\n\nYou asked: ${prompt}\n`;
  return { steps: [thoughtStep(prompt), ...ran, textStep(report)] };
}

function commandSteps(code: string, result: string): readonly Step[] {
  return [
    {
      type: 'code_execution_call',
      id: 'command1',
      // The types know Python alone; a sandbox runs commands as well.
      arguments: { language: 'bash' as 'python', code },
      signature: signatureFor(code),
    },
    { type: 'code_execution_result', call_id: 'command1', result, is_error: false, signature: signatureFor(result) },
  ];
}

function networkWords(environment: ServedEnvironment | undefined): string {
  if (environment?.network === undefined) return 'open';
  return environment.network === 'disabled' ? 'off' : 'limited';
}
