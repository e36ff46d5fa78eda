import type { Interactions } from '@google/genai';
import { barChart } from './chartImage';
import { jpegImage } from './jpegImage';

/** Words and pictures: as many as the prompt says, as large and wide as the format says. Or words alone, or a fake. */
export function pictureSteps(
  prompt: string,
  format: Readonly<Record<string, unknown>> | undefined,
): readonly Interactions.Step[] {
  if (/only words/i.test(prompt)) return [output({ type: 'text', text: 'I can describe it, and draw nothing.' })];
  const count = Math.min(4, Number(/\bMake (\d) different images\b/.exec(prompt)?.[1] ?? 1));
  const words = { type: 'text' as const, text: count > 1 ? 'Here are pictures:\n\n' : 'Here is a picture:\n\n' };
  return [output(words, ...Array.from({ length: count }, () => pictureOf(prompt, format)))];
}

function pictureOf(prompt: string, format: Readonly<Record<string, unknown>> | undefined): Interactions.Content {
  if (/fake picture/i.test(prompt)) {
    return { type: 'image', mime_type: 'image/jpeg', data: Buffer.from('MZ this is a program').toString('base64') };
  }
  if (!format) return { type: 'image', mime_type: 'image/png', data: barChart([0.3, 0.6, 0.9]) };
  const { aspect_ratio, image_size } = format;
  const data = jpegImage(textOf(aspect_ratio), textOf(image_size));
  return { type: 'image', mime_type: 'image/jpeg', data };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function output(...content: readonly Interactions.Content[]): Interactions.Step {
  return { type: 'model_output', content: [...content] };
}
