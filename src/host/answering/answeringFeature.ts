import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { lazy } from '../../core/base/lazy';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Turn } from '../../core/conversation/turn';
import { serverTools } from '../../parts/answerChoices';
import type { Feature } from '../feature';
import type { Services } from '../services';
import { withoutEffect } from '../strings/withoutEffect';
import { chooseThinking } from './chooseThinking';

/** How a chat's questions are answered: by which instruction, with which of Google's tools, after how much thinking. */
export function answeringFeature({
  chats,
  tapes,
  gate,
  serverTokens,
  chatInFront,
  onError,
}: Pick<Services, 'chats' | 'tapes' | 'gate' | 'serverTokens' | 'chatInFront' | 'onError'>): Feature<
  | 'geminiInteractions.selectThinking'
  | 'geminiInteractions.setChatInstruction'
  | 'geminiInteractions.setChatSchema'
  | 'geminiInteractions.setServerToken',
  'setTool' | 'setServer' | 'chooseThinking' | 'editInstruction' | 'removeInstruction' | 'chooseSchema' | 'removeSchema'
> & { readonly instructionFiles: () => Promise<vscode.FileSystemProvider> } {
  const choose = async (session: ChatSession) => {
    if (tellIdle(withoutEffect(session.model).answering)) return;
    const thinking = await chooseThinking(session.model, session.answering.thinking);
    if (thinking !== undefined) session.choose({ thinking });
  };
  const own = new DisposableStore();
  const instructionFiles = lazy(async () => {
    const { InstructionFiles } = await import('./instructionFiles');
    return own.add(new InstructionFiles({ chats, gate }));
  });
  const instruct = async (session: ChatSession) => {
    if (tellIdle(withoutEffect(session.model).instruction)) return;
    const { setChatInstruction } = await import('./setChatInstruction');
    await setChatInstruction(session, gate, instructionFiles);
  };
  const shape = async (session: ChatSession) => {
    if (tellIdle(withoutEffect(session.model).schema)) return;
    const { askChatSchema } = await import('./askChatSchema');
    await askChatSchema(gate, session);
  };
  const tell = async (session: ChatSession, turnId: string, names: readonly string[]) => {
    const { tellServerTrouble } = await import('./serverTrouble');
    await tellServerTrouble(session, turnId, names);
  };
  const told = new Set<string>();
  const listening = chats.onDidChangeAnyChat(({ session, fact }) => {
    if (fact.type !== 'turnChanged' || told.has(fact.turn.id) || !mayBeServers(fact.turn)) return;
    const { id } = fact.turn;
    const tools = tapes.of(id)?.requests.at(-1)?.request.tools ?? [];
    const names = tools.flatMap(({ type, name }) => (type === 'mcp_server' ? [String(name)] : []));
    if (names.length === 0) return;
    told.add(id);
    void tell(session, id, names).catch(onError);
  });
  own.add(listening);
  return {
    commands: {
      'geminiInteractions.selectThinking': async () => choose(await chatInFront()),
      'geminiInteractions.setChatInstruction': async () => instruct(await chatInFront()),
      'geminiInteractions.setChatSchema': async () => shape(await chatInFront()),
      'geminiInteractions.setServerToken': async () => {
        const { setServerToken } = await import('./setServerToken');
        await setServerToken(await serverTokens());
      },
    },
    requests: {
      setTool: async ({ tool, isOn }, { session }) => {
        const { tools, stores } = session.answering;
        if (tool === 'fileSearch' && isOn && stores.length === 0) {
          // The switch goes back to where it was.
          session.choose({ tools });
          const { offerStores } = await import('./offerStores');
          return offerStores(session.chatId);
        }
        // In their own order, whatever the order of the clicks.
        session.choose({ tools: serverTools.filter((one) => (one === tool ? isOn : tools.includes(one))) });
      },
      setServer: ({ name, isOn }, { session }) => {
        const { servers, remote } = session.answering;
        // What was taken out of the settings goes out of the choices, too.
        const known = remote.map((server) => server.name);
        session.choose({ servers: known.filter((one) => (one === name ? isOn : servers.includes(one))) });
      },
      chooseThinking: (_request, { session }) => choose(session),
      editInstruction: (_request, { session }) => instruct(session),
      removeInstruction: (_request, { session }) => session.setExtras({ instruction: '' }),
      chooseSchema: (_request, { session }) => shape(session),
      removeSchema: (_request, { session }) => session.setExtras({ schema: undefined }),
    },
    instructionFiles,
    dispose: () => own.dispose(),
  };
}

/** Says why a choice would not count. False: it counts. */
function tellIdle(why: string | undefined): boolean {
  if (why !== undefined) void vscode.window.showInformationMessage(why);
  return why !== undefined;
}

/** How the service tells of a server that is down is not known. Reasons that are certain are left out. */
function mayBeServers({ status, failure }: Turn): boolean {
  const reasons: readonly (string | undefined)[] = [
    'invalidRequest',
    'notOffered',
    'generationFailed',
    'timedOut',
    'unknown',
  ];
  return status === 'failed' && reasons.includes(failure?.reason);
}
