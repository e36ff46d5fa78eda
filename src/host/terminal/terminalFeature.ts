import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import { SecretGate } from '../privacy/secretGate';
import type { Services } from '../services';
import { explainTerminal } from './explainTerminal';
import { FixTerminal } from './fixTerminal';
import { TerminalWatch } from './terminalWatch';

/** What goes wrong in terminals: explained in the chat, and mended at the prompt. */
export function terminalFeature(
  services: Services,
): Feature<'geminiInteractions.explainTerminal' | 'geminiInteractions.fixTerminal'> {
  const gate = new SecretGate();
  const watch = new TerminalWatch(
    (hasFailed) => setContextKey(contextKeys.terminalFailed, hasFailed),
    services.onError,
  );
  const fix = new FixTerminal(services, watch, gate);
  return {
    commands: {
      'geminiInteractions.explainTerminal': () => explainTerminal(services, gate),
      'geminiInteractions.fixTerminal': () => fix.run(),
    },
    requests: {},
    dispose: () => watch.dispose(),
  };
}
