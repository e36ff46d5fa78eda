import { isDeviceName } from '../base/deviceName';
import { shortened } from '../conversation/chatTitle';

/** Linux and macOS take 255 bytes; an extension and a number in brackets must still fit. */
const mostBytes = 200;
const mostCharacters = 80;

const encoder = new TextEncoder();

/** Characters that some system forbids in a file name, and those that are invisible in one. */
const forbidden = /[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
/** A file name without extension that every system accepts. Empty: no character of the title can stand in one. */
export function fileNameOf(title: string): string {
  const plain = title.normalize('NFC').replace(forbidden, ' ').replace(/\s+/g, ' ');
  const short = within(shortened(trimmed(plain), mostCharacters));
  const name = trimmed(short);
  return isDeviceName(name) ? `_${name}` : name;
}

/** Windows drops dots and spaces at the end; a dot in front hides the file elsewhere. */
function trimmed(name: string): string {
  return name.replace(/^[\s.]+|[\s.…]+$/g, '');
}

function within(name: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of name) {
    bytes += encoder.encode(character).length;
    if (bytes > mostBytes) break;
    end += character.length;
  }
  return name.slice(0, end);
}
