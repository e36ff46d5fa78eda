import { DisposableStore } from '../../core/base/disposables';
import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import { SecretGate } from '../privacy/secretGate';
import type { Services } from '../services';
import { explainTerminal } from './explainTerminal';
import { FixDocuments } from './fixDocuments';
import { FixTerminal } from './fixTerminal';
import { TerminalWatch } from './terminalWatch';

/** What goes wrong in terminals: explained in the chat, and mended at the prompt. */
export function terminalFeature(
  services: Services,
): Feature<'geminiInteractions.explainTerminal' | 'geminiInteractions.fixTerminal'> {
  const gate = new SecretGate();
  const own = new DisposableStore();
  const watch = own.add(
    new TerminalWatch((hasFailed) => setContextKey(contextKeys.terminalFailed, hasFailed), services.onError),
  );
  const documents = own.add(new FixDocuments());
  const fix = new FixTerminal(services, watch, gate, documents);
  return {
    commands: {
      'geminiInteractions.explainTerminal': () => explainTerminal(services, gate),
      'geminiInteractions.fixTerminal': () => fix.run(),
    },
    requests: {},
    dispose: () => own.dispose(),
  };
}
