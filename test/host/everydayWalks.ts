/**
 * The walks through VS Code of the everyday run, for each file that has others too. A walk takes seconds, and hundreds of them half
 * an hour. So `npm test` takes the main way of each feature, what keeps code, key and money safe, and what must not be
 * lost. Other ways to the same code, reloads of the window and rare states are left to `npm run test:full`, and to a run that
 * names files or tests. A file that is not listed runs every time, so that a new one has to be placed.
 */
export const everydayWalks: Readonly<Record<string, readonly string[]>> = {
  agents: [
    'keeps to the user’s limits, and goes on after a pause in the same sandbox',
    'tries a file in a sandbox at Google, after a question that lists what is sent; a no sends nothing',
    'brings back what it changed as a preview; what is ticked of three files is written, and undone byte for byte',
  ],
  answering: ['are not needed for what a slash says: a new chat, a private one, and code explained'],
  attach: [
    'are refused in words: fake.png is damaged, or not what its name says',
    'come by paste and by drop, and open as files',
    'come from the explorer as what they are: a text with its path',
    'are asked about where a link leads out of the workspace',
    'stay here where they would have to be uploaded from a private chat',
    'are named where the service cannot open one, and the question stays',
  ],
  busy: ['offers nothing first in its menu that stops, and asks before it cancels a research'],
  chatTabs: ['copy the chat as Markdown', 'show the same chat, live in both places'],
  codeBlocks: [
    'copies the code without its last line break',
    'inserts at the cursor of the last editor although the chat has the focus; one undo takes it out',
    'says what to do where nothing can be inserted',
    'applies to the file that the answer names, at what the code states again, after Accept and not before',
    'creates a file at the name that the answer gives only after a yes, and never over another',
    'puts a command at the prompt and runs nothing',
  ],
  commit: [
    'streams one into the box from the title bar, in the style of the history',
    'asks before it replaces a text, and leaves it at Escape',
    'sends no secret without a yes',
    'says what went wrong, and puts back what was there',
  ],
  commitPlaces: [],
  deadPage: [],
  diagrams: ['are pictures, and show their source'],
  editor: [
    'streams the proposal beside the code and leaves the file alone until Accept',
    'takes one undo to take an accepted change back',
    'does not write over code that changed meanwhile',
  ],
  emptyChat: [],
  extract: ['of a file that is clicked, by the TypeScript type at the cursor'],
  googleFiles: [
    'are listed with type, size, age and end; an empty list says so',
    'are deleted after a question whose first button is not that one',
  ],
  history: [],
  hostileAnswer: ['has links to web pages alone, and none of them leads there without a question'],
  images: ['are made as they were asked for, open in an editor and are edited by the next message'],
  inspect: [
    'shows a turn of the list: what was sent, the steps, the events with their times, the tokens',
    'saves the document in front as a HAR file, without the key',
  ],
  instructions: [
    'go along from AGENTS.md, which the answer names',
    'come from the settings and from the files they name, and from nothing that is ignored, long or elsewhere',
  ],
  key: [],
  longChat: [
    'shows its end, and says at once how long it is',
    'has every turn once, in their order',
    'finds what was asked first',
    'shows its beginning to whoever goes there',
  ],
  mentions: ['is what Git has changed, staged and not, without what the user holds back'],
  models: ['is chosen at the composer, from the models of the key, and holds for this chat alone'],
  network: [],
  offline: [],
  opens: [],
  privacy: [
    'asks before it explains .env, and sends it only after a yes',
    'asks before it explains local/notes.txt, and sends it only after a yes',
    'asks nothing about a file that no rule names',
    'explains code without the secret in it, and does not quote it',
    'asks about a secret in a question, and gives the question back at Cancel',
  ],
  recovery: [],
  remoteServers: [],
  research: [
    'asks before it cancels, keeps what was found, and shows it in the list',
    'costs nothing when the question is not confirmed',
    'checks the citations of a report, applies a fix, and deletes the research here and at Google',
  ],
  restricted: [
    'can be chatted in; nothing in it is read or sets anything',
    'lets no code be changed, and offers only the chat',
  ],
  review: [
    'is accepted by Control+Enter: one edit, one undo, and the code is in front with the keyboard in it',
    'accepts one change and rejects one from the menus of the text and of the line numbers',
    'leaves the bytes as they are when it is rejected, and brings the former editor back',
  ],
  reviewAnswers: [
    'ends in a sentence and untouched code: words alone',
    'stays as far as it came when it is cut in the middle, and counts as incomplete',
  ],
  reviewDraft: [
    'is a draft, whatever saves it: nothing is accepted, and nothing is formatted',
    'asks again before it writes characters that nobody sees',
  ],
  reviewRefine: ['continues the interaction, streams in place, and leaves nothing of it at Google at the end'],
  reviewReload: [],
  reviewStream: [
    'keeps what has come when it is stopped, and asks before all of that is accepted',
    'has its instruction on disk before it is asked for, and no longer once it is there',
  ],
  reviewedFile: [
    'finds the code where it has gone, and leaves alone what was typed',
    'refuses lines that were changed, writes the others, and offers the rest to copy',
  ],
  safety: [
    'asks the address of the user’s own settings, with the key for it, and nobody else',
    'has the key nowhere but in the header of its requests',
    'listens on no port',
  ],
  selection: [
    'fix a problem from the light bulb, which offers the others for a selection',
    'add code to the next question as chips that can be removed',
  ],
  selectionKeys: ['Write Tests proposes more tests in the file that is there'],
  survival: ['goes on by itself when the connection breaks, and shows nothing twice'],
  terminal: [
    'puts a fix of the last command at the prompt, and runs nothing',
    'does not type into a program that runs by then',
    'sends no secret of a terminal without a yes',
  ],
  theme: ['follow the theme that is preferred for the system’s own colours'],
  twoWindows: [],
  usage: [],
  walkthrough: [],
};
