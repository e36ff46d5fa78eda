import { joinedParts, partSearchText } from '../../../parts/answerPart';
import type { SavedChat } from '../../conversation/savedChat';

/**
 * What can be searched for in a chat: its given title, the prompts and the words of the answers, one below the other.
 * Composed (NFC), so that an accent is found however it was typed.
 */
export function searchTextOf(chat: SavedChat): string {
  const said = chat.turns.flatMap((turn) => [
    turn.prompt,
    ...joinedParts(turn.parts)
      .map((part) => partSearchText(part))
      .filter((text) => text !== ''),
  ]);
  const texts = chat.title === undefined ? said : [chat.title, ...said];
  return texts.join('\n').replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC');
}
