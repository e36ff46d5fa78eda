import { bytesOfBase64 } from '../../base/base64';

/** A picture that stands beside a report. */
export interface ReportPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Kind {
  readonly ending: string;
  /** How its data begins, in base64: the signature of the format as far as whole characters hold it. */
  readonly magic: RegExp;
}

const kinds: Readonly<Record<string, Kind>> = {
  'image/png': { ending: 'png', magic: /^iVBORw0KGg/ },
  'image/jpeg': { ending: 'jpg', magic: /^\/9j\// },
  'image/gif': { ending: 'gif', magic: /^R0lGODlh|^R0lGODdh/ },
  'image/webp': { ending: 'webp', magic: /^UklGR.{6}XRUJQ/ },
};

/** Whether it is of a kind that a preview shows, as far as its first bytes tell. */
export function isPicture(mimeType: string, data: string): boolean {
  return kinds[mimeType]?.magic.test(data) === true;
}

/** Reads the picture with this number. Undefined: it is none that a preview shows, or its data is damaged. */
export function readPicture(mimeType: string, data: string | undefined, number: number): ReportPicture | undefined {
  const kind = kinds[mimeType];
  if (!kind || data === undefined || !kind.magic.test(data)) return undefined;
  const bytes = bytesOfBase64(data);
  return bytes && { name: `figure-${number}.${kind.ending}`, bytes };
}
