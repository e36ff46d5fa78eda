import { isJsonObject, type JsonObject } from '../base/json';

/** Source: SDK type `ImageResponseFormatAspectRatio`. Width to height. */
export const imageRatios = [
  ...(['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9', '1:4', '4:1', '1:8', '8:1'] as const),
];
/** About the pixels of the longer side. Source: SDK type `ImageResponseFormat`. */
export const imageSizes = ['512', '1K', '2K', '4K'] as const;

export type ImageRatio = (typeof imageRatios)[number];
export type ImageSize = (typeof imageSizes)[number];

/** How a picture is to be. What is absent the service chooses. */
export interface ImageFormat {
  readonly ratio?: ImageRatio | undefined;
  readonly size?: ImageSize | undefined;
}

/** Whether a model answers with pictures. No field of the listing says so: its name does. */
export function isImageModel(model: string): boolean {
  return /-image\b|banana/i.test(model);
}

/** What was saved of a format. A ratio or a size that this version does not know is left out. */
export function readImageFormat(value: unknown): ImageFormat | undefined {
  if (!isJsonObject(value)) return undefined;
  const ratio = imageRatios.find((known) => known === value.ratio);
  const size = imageSizes.find((known) => known === value.size);
  return { ...(ratio && { ratio }), ...(size && { size }) };
}

/** Words and pictures, in wire form. The API has no field for how many. Source: SDK type `ImageResponseFormat`. */
export function imageResponseFormat({ ratio, size }: ImageFormat): readonly JsonObject[] {
  const wanted = { ...(ratio && { aspect_ratio: ratio }), ...(size && { image_size: size }) };
  return [{ type: 'text' }, { type: 'image', mime_type: 'image/jpeg', delivery: 'inline', ...wanted }];
}
