import { DisposableStore } from '../../core/base/disposables';
import { lazy } from '../../core/base/lazy';
import type { Feature } from '../feature';
import type { Services } from '../services';
import type { Editing } from './selectionParts';

declare module '../feature' {
  interface CommandArgs {
    /** Of code: what menus of editors pass, or `(uri, range)`. Default: the active editor and what is selected in it. */
    'geminiInteractions.explain': readonly unknown[];
    'geminiInteractions.fix': readonly unknown[];
    'geminiInteractions.refactor': readonly unknown[];
    'geminiInteractions.document': readonly unknown[];
    'geminiInteractions.edit': readonly unknown[];
    'geminiInteractions.writeTests': readonly unknown[];
    'geminiInteractions.review': readonly unknown[];
    /** The `CommentThread` of a finding. */
    'geminiInteractions.fixFinding': [thread?: unknown];
    'geminiInteractions.dismissFinding': [thread?: unknown];
    /** As for `explain`. */
    'geminiInteractions.addSelection': readonly unknown[];
    /** The file that was clicked, and all that are selected in the same list. Default: that of the active editor. */
    'geminiInteractions.addFile': readonly unknown[];
    /** As for `addFile` where files of a list are given, else as for `addSelection`. */
    'geminiInteractions.addToChat': readonly unknown[];
  }
}

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
