import { DisposableStore } from '../../core/base/disposables';
import type { Feature } from '../feature';
import type { Services } from '../services';
import { explainTerminal } from './explainTerminal';
import { FixDocuments } from './fixDocuments';
import { FixTerminal } from './fixTerminal';
import type { TerminalWatch } from './terminalWatch';

/** What goes wrong in terminals: explained in the chat, and mended at the prompt. */
export function terminalFeature(
  services: Services,
  watch: TerminalWatch,
): Feature<'geminiInteractions.explainTerminal' | 'geminiInteractions.fixTerminal'> {
  const own = new DisposableStore();
  const documents = own.add(new FixDocuments());
  const fix = new FixTerminal(services, watch, documents);
  return {
    commands: {
      'geminiInteractions.explainTerminal': () => explainTerminal(services),
      'geminiInteractions.fixTerminal': () => fix.run(),
    },
    requests: {},
    dispose: () => own.dispose(),
  };
}
