import type { StoredFile } from './fileStore';

/** A picture that was uploaded on a morning of November 2026. */
export function storedFile(id: string, more: Partial<StoredFile> = {}): StoredFile {
  return {
    name: `files/${id}`,
    displayName: `${id}.png`,
    mimeType: 'image/png',
    sizeBytes: '70',
    createTime: '2026-11-28T09:00:00.000Z',
    updateTime: '2026-11-28T09:00:00.000Z',
    expirationTime: '2026-11-30T09:00:00.000Z',
    sha256Hash: 'AA==',
    uri: `https://files.example/v1/files/${id}`,
    state: 'ACTIVE',
    ...more,
  };
}
