import * as vscode from 'vscode';
import type { SourceWords } from '../../core/conversation/sourceMarkdown';

export const sourceWords: SourceWords = { page: (page) => vscode.l10n.t('page {0}', page) };
