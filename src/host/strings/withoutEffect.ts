import * as vscode from 'vscode';
import { whatCounts } from '../../core/chat/whatCounts';
import { modelLabel } from '../../parts/modelLabel';
import type { WithoutEffect } from '../../protocol/choices';

/** Why choices of a chat do not count while a model or an agent answers it, by its name. Empty: all count. */
export function withoutEffect(name: string): WithoutEffect {
  const { answerer, answering, instruction, schema } = whatCounts(name);
  const label = modelLabel(name);
  return {
    ...(!answering && {
      answering:
        answerer === 'pictures'
          ? vscode.l10n.t(
              '{0} makes pictures without tools and levels of thinking. Choose another model for this chat to use them.',
              label,
            )
          : vscode.l10n.t(
              '{0} chooses its tools and how much it thinks by itself. Choose a model for this chat to decide that here.',
              label,
            ),
    }),
    ...(!instruction && {
      instruction:
        answerer === 'pictures'
          ? vscode.l10n.t('{0} takes no instruction. Choose another model for this chat to use it.', label)
          : vscode.l10n.t('{0} has its own instruction. Choose a model for this chat to use yours.', label),
    }),
    ...(!schema && {
      schema: vscode.l10n.t('{0} takes no schema. Choose another model for this chat to use it.', label),
    }),
  };
}
