import { DisposableStore } from '../../core/base/disposables';
import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';
import type { TerminalWatch } from './terminalWatch';

/** What goes wrong in terminals: explained in the chat, and mended at the prompt. */
export function terminalFeature(
  services: Services,
  watch: TerminalWatch,
): Feature<'geminiInteractions.explainTerminal' | 'geminiInteractions.fixTerminal'> {
  const own = new DisposableStore();
  const fix = lazy(async () => {
    const [{ FixDocuments }, { FixTerminal }] = await Promise.all([import('./fixDocuments'), import('./fixTerminal')]);
    return new FixTerminal(services, watch, own.add(new FixDocuments()));
  });
  return {
    commands: {
      'geminiInteractions.explainTerminal': async () => {
        const { explainTerminal } = await import('./explainTerminal');
        await explainTerminal(services);
      },
      'geminiInteractions.fixTerminal': async () => (await fix()).run(),
    },
    requests: {},
    dispose: () => own.dispose(),
  };
}
