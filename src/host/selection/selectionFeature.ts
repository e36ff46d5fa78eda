import { DisposableStore } from '../../core/base/disposables';
import type { Feature } from '../feature';
import type { Services } from '../services';
import { AddToChat } from './addToChat';
import { askInstruction } from './askInstruction';
import { ChangeCode, type Propose } from './changeCode';
import { EditBox, type OpenBox } from './editBox';
import { explainCode } from './explainCode';
import { FindingThreads } from './findingThreads';
import { ReviewCode } from './reviewCode';
import { WriteTests } from './writeTests';

/** What is done with the code of an editor: it is asked about in the chat, or a change of it is proposed. */
export function selectionFeature(
  services: Services,
  { propose, askAt }: { readonly propose: Propose; readonly askAt: OpenBox },
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
> {
  const own = new DisposableStore();
  const { gate } = services;
  const add = new AddToChat(services, gate);
  const box = new EditBox(askAt);
  const instructions = { refactor: askInstruction, edit: box.ask };
  const change = new ChangeCode({ apiKey: services.apiKey, propose, askInstruction: instructions });
  const threads = own.add(new FindingThreads());
  const review = new ReviewCode(services, gate, threads, change);
  const tests = new WriteTests(services.apiKey, propose);
  return {
    commands: {
      'geminiInteractions.explain': (...args) => explainCode(services, gate, args),
      'geminiInteractions.fix': (...args) => change.run('fix', args),
      'geminiInteractions.refactor': (...args) => change.run('refactor', args),
      'geminiInteractions.document': (...args) => change.run('document', args),
      'geminiInteractions.edit': (...args) => change.run('edit', args),
      'geminiInteractions.writeTests': (...args) => tests.run(args),
      'geminiInteractions.review': (...args) => review.run(args),
      'geminiInteractions.fixFinding': (thread) => review.fix(thread),
      'geminiInteractions.dismissFinding': (thread) => threads.dismiss(thread),
      'geminiInteractions.addSelection': (...args) => add.selection(args),
      'geminiInteractions.addFile': (...args) => add.files(args),
    },
    requests: {},
    dispose: () => own.dispose(),
  };
}
