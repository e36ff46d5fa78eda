import type { Interactions } from '@google/genai';
import { signatureFor, textStep } from '../answer';
import { promptOf, type Question } from './question';

/**
 * What a model comes back with that compares claims with a page: the claims are numbered lines of the prompt. A claim about
 * examples is supported in part, one about café talk is not, and a page whose address says so is gone.
 */
export function checkSteps(question: Question, thought: Interactions.Step): readonly Interactions.Step[] | undefined {
  const prompt = promptOf(question);
  const url = /^The page: (\S+)/.exec(prompt)?.[1];
  if (url === undefined) return undefined;
  const isGone = /gone/.test(url);
  const claims = [...prompt.matchAll(/^(\d+)\. (.*)$/gm)];
  const findings = claims.map(([, number, claim = '']) => ({ claim: Number(number), ...findingOf(claim, isGone) }));
  return [
    { type: 'url_context_call', id: 'check001', arguments: { urls: [url] }, signature: signatureFor(url) },
    {
      type: 'url_context_result',
      call_id: 'check001',
      is_error: false,
      result: [{ url, status: isGone ? 'error' : 'success' }],
      signature: signatureFor(url),
    },
    thought,
    textStep(JSON.stringify({ findings })),
  ];
}

function findingOf(claim: string, isGone: boolean) {
  if (isGone) return { verdict: 'gone', reason: 'The page could not be read.' };
  if (/examples/.test(claim)) {
    return { verdict: 'partly', reason: 'Only some of them.', weaker: 'Some of its figures are examples' };
  }
  if (/café/.test(claim)) return { verdict: 'notSupported', reason: 'The page says nothing of it.' };
  return { verdict: 'supported', reason: 'It says so.' };
}
