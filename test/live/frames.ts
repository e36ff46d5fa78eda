/** Marks the end of a stream of the service. Source: doc page "Streaming interactions". */
export const doneMark = '[DONE]';

/**
 * Cuts the text of an event stream into the data of its frames. Written apart from the SDK's parser on purpose: what the
 * two do not agree on is worth a look.
 */
export class FrameReader {
  private held = '';
  /** What came after the last whole frame. */
  rest = '';

  /** The data of the frames that this piece completes. Frames without data are left out. */
  add(piece: string): readonly string[] {
    const text = this.held + piece;
    // The second half of a line end may come with the next piece.
    this.held = text.endsWith('\r') ? '\r' : '';
    this.rest += text.slice(0, text.length - this.held.length).replace(/\r\n?/g, '\n');
    const frames = this.rest.split('\n\n');
    this.rest = frames.pop() ?? '';
    return frames.flatMap((frame) => dataOf(frame) ?? []);
  }
}

/** The value of a frame; data that is not JSON stays the text it is, as the SDK hands it over. */
export function jsonOrText(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

function dataOf(frame: string): string | undefined {
  const lines = frame.split('\n').filter((line) => line.startsWith('data:'));
  if (lines.length === 0) return undefined;
  return lines.map((line) => line.slice('data:'.length).replace(/^ /, '')).join('\n');
}
