import * as vscode from 'vscode';
import type { PanelWords } from '../../protocol';

/** Every text of the panel, in the user's language. */
export function panelWords(): PanelWords {
  const { t } = vscode.l10n;
  return {
    composer: t('Message Gemini'),
    placeholder: t('Ask Gemini'),
    send: t('Send'),
    stop: t('Stop'),
    conversation: t('Conversation'),
    titledConversation: t('Conversation: {0}'),
    privateChat: t('Private chat'),
    privateChatHint: t(
      'Counts from the next question: Google is asked to keep nothing of it. If an answer breaks off, it then cannot be picked up where it stopped.',
    ),
    sendUnavailable: t('Nothing can be sent from here, because this chat is being written elsewhere.'),
    you: t('You'),
    gemini: t('Gemini'),
    position: t('message {0} of {1}'),
    thinking: t('Thinking'),
    thoughts: t('Thoughts'),
    sources: t('Sources'),
    attachment: t('Open {0}'),
    waiting: t('Waiting for Gemini'),
    answerReady: t('Answer ready'),
    answerStopped: t('Stopped'),
    answerFailed: t('The answer failed'),
    stoppedNote: t('Stopped. What arrived is kept; it may be billed.'),
    welcome: t('Chat with Gemini, have code explained and refactored, and run Deep Research, with your own API key.'),
    setApiKey: t('Set API Key'),
    keyLink: t('Get a key from Google AI Studio'),
    keyUnreadable: t(
      'Your saved API key could not be read from this system’s secret storage. Enter it again; chats are untouched.',
    ),
    pasted: t('{0} characters pasted'),
    removePasted: t('Remove the Pasted Text'),
    privacy: t(
      'What you ask and the code you attach go to Google and nowhere else. Google keeps chats for 55 days with a paid key and for 1 day with a free one; with a free key it may use them to improve its products. The key stays in this machine’s secret storage.',
    ),
    empty: t('Ask a question, or select code and choose Gemini: Explain.'),
    unknownPart: t('A part of the answer this version cannot show'),
    remoteMedia: t('Not shown: a picture or file that lies elsewhere'),
    image: t('Picture made by Gemini'),
    media: t('File made by Gemini'),
    tools: {
      code_execution_call: t('Code run at Google'),
      code_execution_result: t('Result of the code'),
      google_search_call: t('Google Search'),
      google_search_result: t('Search results'),
      url_context_call: t('Reading web pages'),
      url_context_result: t('Web pages read'),
      file_search_call: t('File search'),
      file_search_result: t('Files found'),
      google_maps_call: t('Google Maps'),
      google_maps_result: t('Places found'),
      mcp_server_tool_call: t('MCP tool'),
      mcp_server_tool_result: t('Result of the MCP tool'),
      retrieval_call: t('Look-up'),
      retrieval_result: t('Result of the look-up'),
      processing_call: t('Processing'),
      processing_result: t('Result of the processing'),
      function_call: t('Tool wanted'),
      function_result: t('Result of the tool'),
      unknown: t('Tool'),
    },
  };
}
