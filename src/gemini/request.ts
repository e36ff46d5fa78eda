import type { Interactions as Sdk } from '@google/genai/web';
import { Failure } from '../core/base/failure';
import type { JsonObject } from '../core/base/json';
import type { AgentTask } from '../core/interactions/agents';
import type { AgentRequest, InputContent, InteractionRequest } from '../core/interactions/port';
import { wellFormedObject } from './wellFormed';

export type ModelParams = Sdk.CreateModelInteractionParamsStreaming & { readonly automatic_continuation?: boolean };
type TaskParams = Sdk.CreateAgentInteractionParamsStreaming;
/** What is asked in a stream. */
export type AskParams = ModelParams | TaskParams;

/** Our question as the SDK's parameters. Throws a Failure where an agent is asked and nothing may be stored. */
export function toParams(request: InteractionRequest): AskParams {
  return whole(request.agent ? toTaskParams(request, request.agent) : toModelParams(request));
}

/** A question to an agent. What is about models is left out. Source: SDK `CreateAgentInteraction`. */
function toTaskParams(request: InteractionRequest, { id, config, environment }: AgentTask): TaskParams {
  if (!request.store) throw new Failure('agentNotPrivate', { notSent: true });
  return {
    agent: id,
    input: toInput(request.input, request.history),
    stream: true,
    store: true,
    ...(request.background && { background: true }),
    ...(request.previousInteractionId && { previous_interaction_id: request.previousInteractionId }),
    ...(request.systemInstruction && { system_instruction: request.systemInstruction }),
    // Both are our own, in the form of the wire. A budget goes as the number that the documentation sends.
    ...(config && { agent_config: config as unknown as NonNullable<TaskParams['agent_config']> }),
    ...(environment !== undefined && { environment: environment as NonNullable<TaskParams['environment']> }),
  };
}

/** Our question as the SDK's parameters. Nothing is sent that is deprecated or a default. Source: SDK `CreateModelInteraction`. */
function toModelParams(request: InteractionRequest): ModelParams {
  const input = toInput(request.input, request.history);
  const config = {
    ...(request.thinkingLevel && { thinking_level: request.thinkingLevel }),
    ...(request.thinkingSummaries && { thinking_summaries: 'auto' as const }),
    ...(request.maxOutputTokens && { max_output_tokens: request.maxOutputTokens }),
  };
  return {
    model: request.model,
    ...(input.length > 0 && { input }),
    stream: true,
    // Always said: a project may have a default of its own.
    store: request.store,
    // By itself the SDK repeats a continuation up to three times, although each is billed. In the background the service
    // joins the pieces, and the SDK refuses the option.
    ...(request.background ? { background: true } : { automatic_continuation: false }),
    ...(request.continuationToken && { continuation_token: request.continuationToken }),
    ...(request.previousInteractionId && { previous_interaction_id: request.previousInteractionId }),
    ...(request.systemInstruction && { system_instruction: request.systemInstruction }),
    ...(Object.keys(config).length > 0 && { generation_config: config }),
    // Both are our own objects, in the form of the wire.
    ...(request.tools && { tools: request.tools as unknown as Sdk.Tool[] }),
    ...(request.responseFormat && {
      response_format: request.responseFormat as unknown as ModelParams['response_format'],
    }),
    ...(request.serviceTier && { service_tier: request.serviceTier }),
  };
}

/** The same as the SDK puts it on the wire: without what it keeps for itself. */
export function toBody(request: InteractionRequest): JsonObject {
  const { automatic_continuation: _own, ...body }: Partial<ModelParams> = toParams(request) as Partial<ModelParams>;
  return body as unknown as JsonObject;
}

/**
 * A body that a person wrote, as it is but for an option of the SDK that is none of the service's. The service says what is
 * wrong with it. It is streamed, and sent exactly once.
 */
export function bodyAsParams({ automatic_continuation: _option, ...body }: JsonObject): ModelParams {
  const own = body.background === true ? {} : { automatic_continuation: false };
  return { ...(body as unknown as ModelParams), ...own, stream: true };
}

/** Agents run only in the background and only stored. Source: SDK `CreateAgentInteraction`. */
export function toAgentParams(request: AgentRequest): Sdk.CreateAgentInteractionParamsNonStreaming {
  return whole({
    agent: request.agent,
    input: toInput(request.input),
    background: true,
    store: true,
    // The configuration is this product's own object, checked against the agent's family where it is made.
    agent_config: request.agentConfig as Sdk.CreateAgentInteractionParamsNonStreaming['agent_config'],
    ...(request.tools && { tools: request.tools as unknown as Sdk.Tool[] }),
    ...(request.previousInteractionId && { previous_interaction_id: request.previousInteractionId }),
  });
}

/** Replaces halves of characters in all parts of a request: the question, a schema, sandbox files and earlier steps. */
function whole<T extends object>(params: T): T {
  return wellFormedObject(params as unknown as JsonObject) as unknown as T;
}

/** Always a list of steps: `v1` refuses a bare list of contents. */
function toInput(input: readonly InputContent[], history: readonly JsonObject[] = []): Sdk.Step[] {
  // Steps in wire form are the service's own and go back unchanged, but for halves of characters that a model wrote.
  const question = input.length > 0 ? [{ type: 'user_input', content: input.map(toContent) }] : [];
  return [...history, ...question] as Sdk.Step[];
}

function toContent(content: InputContent): Sdk.Content {
  if (content.type === 'text') return { type: 'text', text: content.text };
  const { type, mimeType } = content;
  const place = 'data' in content ? { data: content.data } : { uri: content.uri };
  return { type, ...place, ...(mimeType !== undefined && { mime_type: mimeType }) } as Sdk.Content;
}
