import { withInstructionOfChat } from '../../core/chat/instructions';
import { requestFor } from '../../core/chat/turnRequest';
import type { Turn } from '../../core/conversation/turn';
import type { InspectedRequest, Inspection } from '../../core/inspection/inspection';
import type { Services } from '../services';
import { readAgentLimits } from '../settings/requestSettings';
import { runsInBackground } from '../settings/settings';
import type { FoundTurn } from './foundTurn';

export type InspectorServices = Pick<Services, 'raw' | 'tapes' | 'instructions' | 'apiKey' | 'serverTokens'>;

/** Brings together what is known of a turn. */
export class Inspector {
  constructor(private readonly services: InspectorServices) {}

  async inspect(found: FoundTurn): Promise<Inspection> {
    const { chat, turn } = found;
    const at = chat.turns.findIndex(({ id }) => id === turn.id);
    const turns = chat.turns.slice(0, at + 1);
    const tape = this.services.tapes.of(turn.id);
    const sent = tape?.requests ?? [];
    return {
      chatTitle: chat.title,
      turn,
      turns,
      origin: this.services.apiKey.origin,
      requests:
        sent.length > 0
          ? sent.map(({ at, ms, request }) => ({ ...this.wire(request), sent: { at, ms } }))
          : await this.madeAgain(found, turns.slice(0, -1)),
      events: tape?.events ?? [],
      lostEvents: tape?.lost ?? 0,
    };
  }

  /** The key and tokens of servers, which no document may show. */
  async secrets(): Promise<readonly string[]> {
    const { apiKey, serverTokens } = this.services;
    const tokens = (await serverTokens()).shownNowhere;
    if (apiKey.state !== 'present') return tokens;
    const { key } = await apiKey.connection().catch(() => ({ key: '' }));
    return [key, ...tokens];
  }

  /** By the same pure function as the request that was sent, of what the chat has and the settings say today. */
  private async madeAgain({ chat, turn }: FoundTurn, before: readonly Turn[]): Promise<readonly InspectedRequest[]> {
    if (turn.agent !== undefined) return [];
    const { request, rebuilt } = requestFor(turn, before, {
      isPrivate: chat.isPrivate,
      background: runsInBackground(),
      instruction: withInstructionOfChat((await this.services.instructions()).text, chat.extras.instruction),
      answering: chat.answering,
      agentLimits: readAgentLimits(),
      schema: chat.extras.schema,
      forgotten: chat.forgotten,
    });
    return [this.wire(turn.isRebuilt && rebuilt ? rebuilt : request)];
  }

  private wire(request: Parameters<Services['raw']['bodyOf']>[0]): InspectedRequest {
    const { raw } = this.services;
    return { body: raw.bodyOf(request), version: raw.versionOf(request.model) };
  }
}
