import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { type Inspection, nameOf } from '../../core/inspection/inspection';
import { normalised } from '../../core/inspection/normalise';
import { writeInspection } from '../../core/inspection/writeInspection';
import type { Services } from '../services';
import { copyAsCode } from './copyAsCode';
import { type FoundTurn, findChat } from './foundTurn';
import { InspectionDocuments } from './inspectionDocuments';
import { inspectionWords } from './inspectionWords';
import { Inspector } from './inspector';
import { pickTurn, type TurnQuestion } from './pickTurn';
import { ReplayRequests } from './replayRequest';
import { saveHar } from './saveHar';

/** What the commands about turns are made of, from the first of them on. */
export class InspectParts {
  private readonly own = new DisposableStore();
  private readonly documents = this.own.add(new InspectionDocuments());
  private readonly inspector: Inspector;
  private readonly replays: ReplayRequests;

  constructor(private readonly services: Services) {
    this.inspector = new Inspector(services);
    this.replays = new ReplayRequests(services, (answer, original) => this.showReplay(answer, original));
  }

  async show(place: unknown): Promise<void> {
    const question = {
      title: vscode.l10n.t('Show Interaction'),
      placeHolder: vscode.l10n.t('Choose the question whose interaction you want to see'),
    };
    const found = (await this.turnAt(place)) ?? (await pickTurn(this.services, question));
    if (found) await this.open(await this.inspector.inspect(found));
  }

  async copyAsCode(place: unknown): Promise<void> {
    const inspection = await this.inspectionAt(place, {
      title: vscode.l10n.t('Copy Turn as Code'),
      placeHolder: vscode.l10n.t('Choose the question that is to become code'),
    });
    if (inspection) await copyAsCode(inspection, await this.inspector.secrets());
  }

  async compare(place: unknown): Promise<void> {
    const title = vscode.l10n.t('Diff Two Interactions');
    const first = await this.inspectionAt(place, {
      title,
      placeHolder: vscode.l10n.t('Choose the first interaction'),
      withOthers: true,
    });
    if (!first) return;
    const second = await pickTurn(this.services, {
      title,
      placeHolder: vscode.l10n.t('Choose the interaction to compare it with'),
      withOthers: true,
      without: first.turn.id,
    });
    if (second) await this.diff(first, await this.inspector.inspect(second));
  }

  async replay(place: unknown): Promise<void> {
    const inspection = await this.inspectionAt(place, {
      title: vscode.l10n.t('Replay with Changes'),
      placeHolder: vscode.l10n.t('Choose the question whose request you want to change'),
    });
    if (inspection) await this.replays.open(inspection);
  }

  async send(document: unknown): Promise<void> {
    const uri = document instanceof vscode.Uri ? document : vscode.window.activeTextEditor?.document.uri;
    if (uri) await this.replays.send(uri);
  }

  async saveHar(place: unknown): Promise<void> {
    const inspection = await this.inspectionAt(place, {
      title: vscode.l10n.t('Save as HAR'),
      placeHolder: vscode.l10n.t('Choose the question whose interaction you want to save'),
    });
    if (!inspection) return;
    const version: unknown = this.services.context.extension.packageJSON.version;
    await saveHar(inspection, await this.inspector.secrets(), String(version));
  }

  dispose(): void {
    this.own.dispose();
  }

  private async open(inspection: Inspection, column?: vscode.ViewColumn): Promise<void> {
    const text = writeInspection(inspection, inspectionWords(), await this.inspector.secrets());
    await this.documents.open(inspection, text, column);
  }

  private async showReplay(answer: Inspection, original: Inspection | undefined): Promise<void> {
    await this.open(answer, vscode.ViewColumn.Beside);
    const compare = vscode.l10n.t('Compare with Original');
    const words = vscode.l10n.t('The answer is shown beside your request. It stands in no chat.');
    const choice = await vscode.window.showInformationMessage(words, ...(original ? [compare] : []));
    if (choice === compare && original) await this.diff(original, answer);
  }

  private async diff(left: Inspection, right: Inspection): Promise<void> {
    const secrets = await this.inspector.secrets();
    const side = (one: Inspection) => [nameOf(one), normalised(one, inspectionWords(), secrets)] as const;
    await this.documents.compare(side(left), side(right));
  }

  /** What a menu names, else what the document in front shows, else what the user chooses. */
  private async inspectionAt(place: unknown, question: TurnQuestion): Promise<Inspection | undefined> {
    const named = await this.turnAt(place);
    if (named) return this.inspector.inspect(named);
    const uri = place instanceof vscode.Uri ? place : vscode.window.activeTextEditor?.document.uri;
    const shown = uri && this.documents.of(uri);
    if (shown) return shown;
    const found = await pickTurn(this.services, question);
    return found && this.inspector.inspect(found);
  }

  /** The place in the chat that was clicked, as the page describes it. */
  private async turnAt(place: unknown): Promise<FoundTurn | undefined> {
    const { chatId, turnId }: { chatId?: unknown; turnId?: unknown } =
      typeof place === 'object' && place !== null ? { ...place } : {};
    if (typeof chatId !== 'string') return undefined;
    const chat = await findChat(this.services, chatId);
    const turn = chat?.turns.find(({ id }) => id === turnId);
    return chat && turn && { chat, turn };
  }
}
