import type { Interactions as Sdk } from '@google/genai/web';
import type { JsonObject } from '../core/base/json';
import type { Interaction } from '../core/interactions/events';
import type { AgentRequest, InputContent, InteractionRequest } from '../core/interactions/port';

/** Our question as the SDK's parameters. Nothing is sent that is deprecated or a default. Source: SDK `CreateModelInteraction`. */
export function toModelParams(request: InteractionRequest): Sdk.CreateModelInteractionParamsStreaming {
  const thinking = {
    ...(request.thinkingLevel && { thinking_level: request.thinkingLevel }),
    ...(request.thinkingSummaries && { thinking_summaries: 'auto' as const }),
  };
  return {
    model: request.model,
    input: toInput(request.input, request.history),
    stream: true,
    // Always said: a project may have a default of its own.
    store: request.store,
    ...(request.background && { background: true }),
    ...(request.previousInteractionId && { previous_interaction_id: request.previousInteractionId }),
    ...(request.systemInstruction && { system_instruction: request.systemInstruction }),
    ...(Object.keys(thinking).length > 0 && { generation_config: thinking }),
    ...(request.serviceTier && { service_tier: request.serviceTier }),
  };
}

/**
 * The request that goes on where an interaction reached the length of one call; undefined if it did not. A stored one is
 * named instead of repeating its input.
 */
export function nextHop(
  params: Sdk.CreateModelInteractionParamsStreaming,
  { status, id, continuationToken }: Interaction,
): Sdk.CreateModelInteractionParamsStreaming | undefined {
  if (status !== 'requires_continuation' || !continuationToken) return undefined;
  if (params.store === false || !id) return { ...params, continuation_token: continuationToken };
  const { input: _input, ...rest } = params;
  return { ...rest, continuation_token: continuationToken, previous_interaction_id: id };
}

/** Agents run only in the background and only stored. Source: SDK `CreateAgentInteraction`. */
export function toAgentParams(request: AgentRequest): Sdk.CreateAgentInteractionParamsNonStreaming {
  return {
    agent: request.agent,
    input: toInput(request.input),
    background: true,
    store: true,
    // The configuration is this product's own object, checked against the agent's family where it is made.
    agent_config: request.agentConfig as Sdk.CreateAgentInteractionParamsNonStreaming['agent_config'],
    ...(request.previousInteractionId && { previous_interaction_id: request.previousInteractionId }),
  };
}

/** Always a list of steps: `v1` refuses a bare list of contents. */
function toInput(input: readonly InputContent[], history: readonly JsonObject[] = []): Sdk.Step[] {
  // Steps in wire form are the service's own and go back unchanged.
  return [...history, { type: 'user_input', content: input.map(toContent) }] as Sdk.Step[];
}

function toContent(content: InputContent): Sdk.Content {
  if (content.type === 'text') return { type: 'text', text: content.text };
  return { type: content.type, data: content.data, mime_type: content.mimeType } as Sdk.Content;
}
