import type * as vscode from 'vscode';

const openJobsKey = 'openResearchJobs';

/** The ids of research to look after, where they can be read without touching the disk. */
export function recordedOpenJobs(state: vscode.Memento): readonly string[] {
  return state.get<readonly string[]>(openJobsKey) ?? [];
}

export async function recordOpenJobs(state: vscode.Memento, ids: readonly string[]): Promise<void> {
  await state.update(openJobsKey, ids);
}
