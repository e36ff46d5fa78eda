import type { ChatSession } from '../../core/chat/chatSession';
import { serverTools } from '../../parts/answerChoices';
import type { Feature } from '../feature';
import type { Services } from '../services';
import { chooseThinking } from './chooseThinking';

/** How a chat's questions are answered: with which of Google's tools, and after how much thinking. */
export function answeringFeature({
  chatInFront,
}: Pick<Services, 'chatInFront'>): Feature<'geminiInteractions.selectThinking', 'setTool' | 'chooseThinking'> {
  const choose = async (session: ChatSession) => {
    const thinking = await chooseThinking(session.model, session.answering.thinking);
    if (thinking !== undefined) session.choose({ thinking });
  };
  return {
    commands: { 'geminiInteractions.selectThinking': async () => choose(await chatInFront()) },
    requests: {
      setTool: ({ tool, isOn }, { session }) => {
        const { tools } = session.answering;
        // In their own order, whatever the order of the clicks.
        session.choose({ tools: serverTools.filter((one) => (one === tool ? isOn : tools.includes(one))) });
      },
      chooseThinking: (_request, { session }) => choose(session),
    },
    dispose: () => {},
  };
}
