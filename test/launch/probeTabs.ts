import { type Tab, TabInputText, TabInputTextDiff, TabInputWebview, window } from 'vscode';
import type { ProbeTab } from './probeProtocol';

/** A tab as the tests want to know it. */
export function describeTab(tab: Tab): ProbeTab {
  const { label, isActive, isDirty, input } = tab;
  const common = { label, isActive, isDirty, group: window.tabGroups.all.indexOf(tab.group) };
  if (input instanceof TabInputText) return { ...common, kind: 'text', uri: input.uri.toString() };
  if (input instanceof TabInputTextDiff) {
    return { ...common, kind: 'diff', uri: input.modified.toString(), originalUri: input.original.toString() };
  }
  return { ...common, kind: input instanceof TabInputWebview ? 'webview' : 'other' };
}
