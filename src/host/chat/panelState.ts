import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import { contextUse } from '../../core/chat/contextUse';
import type { ComingAttachment } from '../../core/chat/pendingAttachments';
import type { QueuedQuestion } from '../../core/chat/questionQueue';
import { wordsOf } from '../../core/conversation/chatTitle';
import type { Attachment } from '../../core/conversation/turn';
import type { AnswerChoices } from '../../parts/answerChoices';
import type { QueuedView } from '../../protocol/composer';
import type { PanelState } from '../../protocol/state';
import type { TokenColors } from '../../protocol/theme';
import { canPreviewDiagrams } from '../diagrams/canPreview';
import { toAttachmentView, toComingView } from '../panel/attachmentViews';
import type { Services } from '../services';
import { storesAtGoogle } from '../settings/settings';
import { otherServiceNotice } from '../strings/otherService';
import { withoutEffect } from '../strings/withoutEffect';
import { chatBanner, isReadOnly } from './chatBanner';
import { nothingStored } from './nothingStored';
import { retentionLine } from './retention';
import { serverViews } from './serverViews';

/** What is prepared in a chat and was not asked yet. */
export interface PreparedHere {
  readonly attached: readonly Attachment[];
  readonly coming: readonly ComingAttachment[];
  readonly queued: readonly QueuedQuestion[];
}

/** How much of a question that waits is shown. Characters. */
const shownOfQueued = 500;

/** What the panel shows around the conversation. `now`: milliseconds since 1970. */
export function panelState(
  apiKey: Services['apiKey'],
  models: Pick<Services['models'], 'limitOf'>,
  session: ChatSession,
  { attached, coming, queued }: PreparedHere,
  tokenColors: TokenColors | undefined,
  now: number,
): Omit<PanelState, 'start' | 'context'> {
  const notices = [addressNotice(apiKey), trustNotice()].filter((notice) => notice !== undefined);
  const banner = chatBanner(session);
  const used = contextUse(session.turns());
  const size = used === undefined ? undefined : models.limitOf(session.model);
  const chips = [...attached.map(toAttachmentView), ...coming.map(toComingView)];
  const retention = retentionLine(session, now);
  const servers = serverViews(session);
  const { instruction, schema } = session.extras;
  const { stores } = session.answering;
  const idle = withoutEffect(session.model);
  return {
    account: {
      key: apiKey.state,
      ...(apiKey.refusal !== undefined && { refusal: apiKey.refusal }),
      ...(notices.length > 0 && { notice: notices.join(' ') }),
    },
    chat: {
      title: session.title,
      model: session.model,
      choices: choicesOf(session),
      ...(servers.length > 0 && { servers }),
      ...(stores.length > 0 && { stores: stores.map((name) => name.slice(name.indexOf('/') + 1)) }),
      ...(instruction !== '' && { instruction }),
      ...(schema && { schema: schema.name }),
      ...(Object.keys(idle).length > 0 && { withoutEffect: idle }),
      isPrivate: session.isPrivate,
      ...(!storesAtGoogle() && { privateReason: nothingStored() }),
      readOnly: isReadOnly(session),
      ...(retention !== undefined && { retention }),
      ...(used !== undefined && size !== undefined && { room: { used, size } }),
      ...(banner && { banner }),
      ...(chips.length > 0 && { attached: chips }),
      ...(queued.length > 0 && { queued: queued.map(toQueuedView) }),
    },
    window: { ...(tokenColors && { tokenColors }), ...(canPreviewDiagrams() && { canOpenDiagrams: true }) },
  };
}

function choicesOf({ answering: { tools, thinking, servers } }: ChatSession): AnswerChoices {
  return { tools, thinking, servers };
}

function toQueuedView(question: QueuedQuestion): QueuedView {
  const { id, attachments, isHeld } = question;
  return {
    id,
    text: wordsOf(question).slice(0, shownOfQueued),
    attachments: attachments.map(toAttachmentView),
    isHeld,
  };
}

function addressNotice(apiKey: Services['apiKey']): string | undefined {
  if (!apiKey.baseUrl.ok) return vscode.l10n.t('The base URL in the settings cannot be used.');
  if (!apiKey.isElsewhere) return undefined;
  return otherServiceNotice(new URL(apiKey.origin));
}

function trustNotice(): string | undefined {
  if (vscode.workspace.isTrusted) return undefined;
  return vscode.l10n.t('Restricted Mode: Gemini gets what you type or select, and reads nothing else of this folder.');
}
