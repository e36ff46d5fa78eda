import { closeSync, openSync, readSync } from 'node:fs';
import type { FileBytes } from '../../core/interactions/fileUploads';

/**
 * A file on this disk, a piece of which is read when it is wanted. `path`: one of the system. A file that has become
 * shorter meanwhile gives fewer bytes, and the upload fails.
 */
export function bytesOnDisk(path: string, size: number): FileBytes {
  return {
    size,
    slice: (start, end) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const file = openSync(path, 'r');
      try {
        return new Blob([bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start))]);
      } finally {
        closeSync(file);
      }
    },
  };
}
