import type { FileRules } from '../../core/privacy/privacyGate';

/** The rules about files in a workspace. What reads them is loaded by the first file. */
export const workspaceFileRules: FileRules = {
  reasonsAgainst: async (files) => {
    if (files.length === 0) return [];
    const { reasonsAgainst } = await import('./reasonsAgainst');
    return reasonsAgainst(files);
  },
};
