import { DisposableStore } from '../../core/base/disposables';
import type { Services } from '../services';
import { AddToChat } from './addToChat';
import { askInstruction } from './askInstruction';
import { ChangeCode, type Propose } from './changeCode';
import { EditBox, type OpenBox } from './editBox';
import { explainCode } from './explainCode';
import { FindingThreads } from './findingThreads';
import { ReviewCode } from './reviewCode';
import { WriteTests } from './writeTests';

/** How a change of code is proposed, and a box for an instruction opened at it. */
export interface Editing {
  readonly propose: Propose;
  readonly askAt: OpenBox;
}

/** What the commands for code are made of, loaded by the first of them. */
export class SelectionParts {
  private readonly own = new DisposableStore();
  readonly threads = this.own.add(new FindingThreads());
  readonly add: AddToChat;
  readonly change: ChangeCode;
  readonly review: ReviewCode;
  readonly tests: WriteTests;

  constructor(
    private readonly services: Services,
    { propose, askAt }: Editing,
  ) {
    const { gate, apiKey, drafts, rulesAhead } = services;
    this.add = new AddToChat(services, gate);
    const box = new EditBox(askAt);
    const instructions = { refactor: askInstruction, edit: box.ask };
    const onExpect = (file: string) => rulesAhead.expect(file);
    this.change = new ChangeCode({ apiKey, drafts, propose, onExpect, askInstruction: instructions });
    this.review = new ReviewCode(services, gate, this.threads, this.change);
    this.tests = new WriteTests(apiKey, propose);
  }

  explain(args: readonly unknown[]): Promise<void> {
    return explainCode(this.services, this.services.gate, args);
  }

  dispose(): void {
    this.own.dispose();
  }
}
