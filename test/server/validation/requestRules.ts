import { type CreateRequest, isRecord } from '../wire';
import { invalidRequest } from '../wireError';
import { agentRules } from './agentRules';
import { mediaRules } from './mediaRules';
import { modelRules } from './modelRules';
import { agentRequest, modelRequest } from './requestShape';
import { missing, type Rule, type Surroundings } from './rule';

const generalRules: readonly Rule[] = [
  ({ input, continuation_token }) => (input === undefined && !continuation_token ? missing('input') : undefined),
  ({ store }, { behaviour }) =>
    store === undefined && behaviour.requiresStore
      ? invalidRequest("'store' must be set: what a request without it means is a setting of the project.")
      : undefined,
  ({ background, store }) =>
    background && store === false ? invalidRequest("'background' requires 'store' to be true.") : undefined,
];

/** Throws what the service would answer, or gives the request back with its type. */
export function acceptCreate(body: unknown, where: Surroundings): CreateRequest {
  if (!isRecord(body)) throw invalidRequest('The request body must be a JSON object.');
  if ('model' in body && 'agent' in body) throw invalidRequest("Only one of 'model' and 'agent' may be set.");
  if (!('model' in body) && !('agent' in body)) throw invalidRequest("One of 'model' and 'agent' must be set.");
  const forAgent = 'agent' in body;
  (forAgent ? agentRequest : modelRequest)[where.version](body, '');
  const request: CreateRequest = body;
  for (const rule of [...(forAgent ? agentRules : modelRules), ...generalRules, ...mediaRules]) {
    const found = rule(request, where);
    if (found) throw found;
  }
  return request;
}
