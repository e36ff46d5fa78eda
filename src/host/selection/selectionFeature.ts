import { DisposableStore } from '../../core/base/disposables';
import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';
import type { Editing } from './selectionParts';

/** What is done with the code of an editor: it is asked about in the chat, or a change of it is proposed. */
export function selectionFeature(
  services: Services,
  editing: Editing,
): Feature<
  | 'geminiInteractions.explain'
  | 'geminiInteractions.fix'
  | 'geminiInteractions.refactor'
  | 'geminiInteractions.document'
  | 'geminiInteractions.edit'
  | 'geminiInteractions.writeTests'
  | 'geminiInteractions.review'
  | 'geminiInteractions.fixFinding'
  | 'geminiInteractions.dismissFinding'
  | 'geminiInteractions.addSelection'
  | 'geminiInteractions.addFile'
  | 'geminiInteractions.addToChat'
> {
  const own = new DisposableStore();
  const parts = lazy(async () => {
    const { SelectionParts } = await import('./selectionParts');
    return own.add(new SelectionParts(services, editing));
  });
  return {
    commands: {
      'geminiInteractions.explain': async (...args) => (await parts()).explain(args),
      'geminiInteractions.fix': async (...args) => (await parts()).change.run('fix', args),
      'geminiInteractions.refactor': async (...args) => (await parts()).change.run('refactor', args),
      'geminiInteractions.document': async (...args) => (await parts()).change.run('document', args),
      'geminiInteractions.edit': async (...args) => (await parts()).change.run('edit', args),
      'geminiInteractions.writeTests': async (...args) => (await parts()).tests.run(args),
      'geminiInteractions.review': async (...args) => (await parts()).review.run(args),
      'geminiInteractions.fixFinding': async (thread) => (await parts()).review.fix(thread),
      'geminiInteractions.dismissFinding': async (thread) => (await parts()).threads.dismiss(thread),
      'geminiInteractions.addSelection': async (...args) => (await parts()).add.selection(args),
      'geminiInteractions.addFile': async (...args) => (await parts()).add.files(args),
      'geminiInteractions.addToChat': async (...args) => (await parts()).add.fromMenu(args),
    },
    requests: {},
    dispose: () => own.dispose(),
  };
}
