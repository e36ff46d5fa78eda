import type { Message, MessageHead } from './sequence';

export interface ReadMessage extends Omit<Message, 'kind' | 'number'> {
  readonly activates: boolean;
  readonly deactivates: boolean;
}

const arrow = /(<<)?(--?)(>>|>)/;
/** These may be part of a name as well, in a line without the others. */
const lessClear = /()(--?)([x)])/;

/** `A->>+B: text`. The names may be anything that holds no arrow and no colon. */
export function readMessage(line: string): ReadMessage | undefined {
  const colon = line.indexOf(':');
  const parties = colon < 0 ? line : line.slice(0, colon);
  const found = arrow.exec(parties) ?? lessClear.exec(parties);
  const [whole = '', back = '', stroke, head = ''] = found ?? [];
  if (!found) return undefined;
  const [, sign, to = ''] = /^\s*([+-]?)(.*)$/.exec(parties.slice(found.index + whole.length)) ?? [];
  return {
    from: parties.slice(0, found.index),
    to,
    text: colon < 0 ? '' : line.slice(colon + 1),
    isDotted: stroke === '--',
    head: headOf(head),
    isTwoWay: back !== '',
    activates: sign === '+',
    deactivates: sign === '-',
  };
}

function headOf(mark: string): MessageHead {
  switch (mark) {
    case '>>':
      return 'arrow';
    case 'x':
      return 'cross';
    case ')':
      return 'open';
    default:
      return 'none';
  }
}
