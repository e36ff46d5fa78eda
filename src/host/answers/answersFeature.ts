import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import { openLink } from '../paths/openLink';
import type { Services } from '../services';

/** What answers name and hold: files, symbols, web pages and diagrams. */
export function answersFeature({
  context,
  links,
  log,
}: Services): Feature<never, 'findPaths' | 'openPath' | 'openSymbol' | 'openLink' | 'drawDiagram'> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'drawDiagram.js');
  const own = new DisposableStore();
  const diagrams = lazy(async () => {
    const [{ Diagrams }, { DiagramWorker }] = await Promise.all([
      import('../diagrams/diagrams'),
      import('../platform/diagramWorker'),
    ]);
    return own.add(new Diagrams(async () => new DiagramWorker(script.fsPath)));
  });
  return {
    commands: {},
    requests: {
      findPaths: async ({ turnId, paths }, panel) => {
        const found = await links.find(turnId, paths, panel.signal);
        panel.post({ type: 'pathsFound', turnId, paths: found });
      },
      openPath: ({ path, line }) => links.openPath(path, line),
      openSymbol: ({ name }) => links.openSymbol(name),
      openLink: ({ url }) => openLink(url, log),
      drawDiagram: async ({ source }, panel) => {
        const drawing = await (await diagrams()).draw(source);
        panel.post({ type: 'diagramDrawn', source, ...(drawing && { drawing }) });
      },
    },
    dispose: () => own.dispose(),
  };
}
