import type { Interactions } from '@google/genai';
import { findModel, isGemini3OrLater } from '../modelCatalogue';
import { tokensIn } from '../usage';
import type { CreateRequest } from '../wire';
import { invalidRequest, refusal } from '../wireError';

/** Checks what can only be seen with the whole context: what the chain holds, then what this request adds. */
export function acceptTurn(
  request: CreateRequest,
  inherited: readonly Interactions.Step[],
  added: readonly Interactions.Step[],
): void {
  checkResults([...inherited, ...added]);
  if (request.model && isGemini3OrLater(request.model)) checkSignatures(added);
  checkLength(request, [...inherited, ...added]);
}

/** Every call of a turn has to be answered, in one request, before the model goes on; and nothing else may be. */
function checkResults(steps: readonly Interactions.Step[]): void {
  const open = new Set<string>();
  for (const step of steps) {
    if (step.type === 'function_call') open.add(step.id);
    else if (step.type === 'function_result' && !open.delete(step.call_id)) {
      throw invalidRequest(`No function call with id '${step.call_id}' is waiting for a result.`);
    } else if ((step.type === 'user_input' || step.type === 'model_output') && open.size > 0) break;
  }
  const [id] = open;
  if (id !== undefined) throw invalidRequest(`The function call '${id}' has no function_result.`);
}

/** In a replayed history each function call needs the signed thought it came from. */
function checkSignatures(steps: readonly Interactions.Step[]): void {
  let signed = false;
  for (const [index, step] of steps.entries()) {
    if (step.type === 'user_input') signed = false;
    if (step.type === 'thought') signed = isSignature(step.signature);
    if (step.type === 'function_call' && !signed && !('signature' in step && isSignature(step.signature))) {
      throw refusal(
        400,
        'missing_thought_signature',
        `Function call '${step.name}' at 'input[${index}]' is missing a thought signature.`,
      );
    }
  }
}

/** Base64, plain or for URLs. So is the documented stand-in for history from elsewhere, `skip_thought_signature_validator`. */
function isSignature(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Za-z0-9+/_-]+={0,2}$/.test(value);
}

function checkLength(request: CreateRequest, steps: readonly Interactions.Step[]): void {
  const limit = findModel(request.model ?? '')?.inputTokenLimit;
  // Media is billed by its length in time or tiles, not by its base64.
  const words = JSON.stringify(steps, (key, value: unknown) => (key === 'data' ? undefined : value));
  const tokens = tokensIn(words) + tokensIn(request.system_instruction ?? '');
  if (limit === undefined || tokens <= limit) return;
  throw invalidRequest(`The input token count (${tokens}) exceeds the maximum number of tokens allowed (${limit}).`);
}
