import { newTurn, type Turn } from '../../../../src/core/conversation/turn';

/** A turn with a picture from this file. */
export function turnWith({ path, data }: { readonly path: string; readonly data: string }): Turn {
  const attachment = { kind: 'media', id: 'm', name: 'p.png', media: 'image', mimeType: 'image/png', data } as const;
  const place = { id: 't', parentId: undefined, createdAt: 0, model: 'gemini-3.8-flash' };
  return newTurn({ prompt: 'What is in the picture?', attachments: [{ ...attachment, uri: path }] }, place);
}

/** For code in which nothing is to be hidden. */
export const noSecrets = { secrets: [], secretWords: '…' } as const;
