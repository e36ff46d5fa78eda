import { agentNamed, isOwnAgent } from '../interactions/agents';
import { isImageModel } from '../interactions/imageFormat';

/** Who answers a chat, as far as it decides which choices of the chat are sent. */
type Answerer = 'model' | 'pictures' | 'agent' | 'ownAgent';

/** Which choices of a chat go along with a question. */
export interface WhatCounts {
  readonly answerer: Answerer;
  /** The tools, the servers and the level of thinking. */
  readonly answering: boolean;
  /** The instruction and the rules of the project. */
  readonly instruction: boolean;
  readonly schema: boolean;
}

/** What counts for a model or an agent, by its name among models. */
export function whatCounts(name: string): WhatCounts {
  const answerer = answererOf(name);
  const isModel = answerer === 'model';
  // Instructions are for words, and an agent of the project has its own.
  return { answerer, answering: isModel, instruction: isModel || answerer === 'agent', schema: isModel };
}

function answererOf(name: string): Answerer {
  const agent = agentNamed(name);
  if (agent !== undefined) return isOwnAgent(agent) ? 'ownAgent' : 'agent';
  return isImageModel(name) ? 'pictures' : 'model';
}
