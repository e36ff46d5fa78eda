import type * as vscode from 'vscode';
import type { Feature } from '../feature';
import type { Services } from '../services';
import { openSettings } from '../settings/openSettings';
import { readModel } from '../settings/settings';
import { StatusBar } from './statusBar';

/** The status-bar item with its menu, and the report of a problem. */
export function statusFeature(
  { context, apiKey, activity, jobs, reachability, log }: Services,
  item: vscode.StatusBarItem,
): Feature<'geminiInteractions.showMenu' | 'geminiInteractions.reportProblem' | 'geminiInteractions.openSettings'> {
  const version: unknown = context.extension.packageJSON.version;
  const statusBar = new StatusBar(item, apiKey, activity, jobs, reachability, readModel);
  return {
    commands: {
      'geminiInteractions.showMenu': () => statusBar.showMenu(),
      'geminiInteractions.reportProblem': async () => {
        const { ProblemReport } = await import('./problemReport');
        await new ProblemReport(String(version), apiKey, readModel, log).open();
      },
      'geminiInteractions.openSettings': () => openSettings(),
    },
    requests: {},
    dispose: () => statusBar.dispose(),
  };
}
