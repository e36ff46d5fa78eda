import * as vscode from 'vscode';
import type { ThinkingChoice } from '../../parts/answerChoices';

/** A level of thinking, for people. */
export function thinkingWords(choice: ThinkingChoice): { readonly label: string; readonly detail: string } {
  switch (choice) {
    case 'model':
      return { label: vscode.l10n.t('Default'), detail: vscode.l10n.t('As much as the model does by itself') };
    case 'minimal':
      return { label: vscode.l10n.t('Minimal'), detail: vscode.l10n.t('Almost none: the fastest and cheapest') };
    case 'low':
      return { label: vscode.l10n.t('Low'), detail: vscode.l10n.t('For simple questions and small changes') };
    case 'medium':
      return { label: vscode.l10n.t('Medium'), detail: vscode.l10n.t('For most questions about code') };
    case 'high':
      return { label: vscode.l10n.t('High'), detail: vscode.l10n.t('For hard problems') };
    case 'xhigh':
      return {
        label: vscode.l10n.t('Extra High'),
        detail: vscode.l10n.t('For the hardest problems: slow, and it costs the most'),
      };
  }
}
