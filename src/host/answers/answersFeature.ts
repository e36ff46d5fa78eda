import * as vscode from 'vscode';
import { Diagrams } from '../diagrams/diagrams';
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
  const diagrams = new Diagrams(async () => {
    const { DiagramWorker } = await import('../platform/diagramWorker');
    return new DiagramWorker(script.fsPath);
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
        const drawing = await diagrams.draw(source);
        panel.post({ type: 'diagramDrawn', source, ...(drawing && { drawing }) });
      },
    },
    dispose: () => diagrams.dispose(),
  };
}
