import type { RawEvent, WireEvent } from './wire';

/** Ends every stream of the service; its data is not JSON. */
export const doneFrame = 'event: done\ndata: [DONE]\n\n';

export function frameOf(event: WireEvent | RawEvent): string {
  return `event: ${event.event_type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** Cuts recorded stream text into its frames. Joined again they are the text, byte for byte. */
export function framesIn(text: string): readonly string[] {
  const frames = text.split(/(?<=\n\n|\r\n\r\n|\r\r)/);
  return frames.filter((frame) => frame !== '');
}

/** The JSON of a frame's data lines, or undefined when there is none to read. */
export function dataOf(frame: string): unknown {
  const data = frame
    .split(/\r\n|\r|\n/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice('data:'.length).trimStart())
    .join('\n');
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
