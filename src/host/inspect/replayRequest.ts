import * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { Failure } from '../../core/base/failure';
import type { JsonObject } from '../../core/base/json';
import { type Inspection, mainRequest, nameOf } from '../../core/inspection/inspection';
import { type RequestProblem, readRequestText, replay, requestText } from '../../core/inspection/replay';
import { cancelInteraction } from '../../core/interactions/cancelInteraction';
import { settingDefaults } from '../../manifest';
import { homeFolder } from '../platform/environment';
import type { Services } from '../services';
import { storesAtGoogle } from '../settings/settings';
import { outgoingWords } from './outgoingWords';

export type ReplayServices = Pick<Services, 'raw' | 'apiKey' | 'gate' | 'interactions' | 'notices' | 'newId'>;

/** The ending of the files that the manifest gives the schema of requests and the button "Send Request". */
const ending = '.gemini-request.json';

/** Requests as JSON documents, to be changed and sent. Files that were saved can be sent as well. */
export class ReplayRequests {
  /** The turns that requests were taken from, by the addresses of their documents. */
  private readonly originals = new Map<string, Inspection>();
  private readonly sending = new Set<string>();

  constructor(
    private readonly services: ReplayServices,
    private readonly onAnswer: (answer: Inspection, original: Inspection | undefined) => Promise<void>,
  ) {}

  /** "Replay with Changes…": opens the request of a turn. Nothing is sent. */
  async open(inspection: Inspection): Promise<void> {
    const request = mainRequest(inspection);
    if (!request) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('An agent answered. Its request is not kept in the chat, so it can’t be changed.'),
      );
      return;
    }
    const uri = await freeAddress(nameOf(inspection));
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), requestText(request.body));
    await vscode.workspace.applyEdit(edit);
    this.originals.set(uri.toString(), inspection);
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    editor.selection = new vscode.Selection(0, 0, 0, 0);
  }

  /** "Send Request": the click is the consent to its price. */
  async send(uri: vscode.Uri): Promise<void> {
    const { apiKey, gate } = this.services;
    const id = uri.toString();
    if (this.sending.has(id)) return;
    this.sending.add(id);
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      const read = readRequestText(document.getText());
      if ('problem' in read) return void vscode.window.showErrorMessage(problemWords(read.problem));
      if (read.body.store !== false && !storesAtGoogle()) {
        return void vscode.window.showErrorMessage(
          vscode.l10n.t(
            'Your setting geminiInteractions.privacy.storeAtGoogle is off. Add "store": false to the request, or change the setting.',
          ),
        );
      }
      if (!(await apiKey.ensure())) return;
      const name = vscode.l10n.t('The request');
      const files = uri.scheme === 'untitled' ? [] : [id];
      if (!(await gate.allows([{ name, text: outgoingWords(read.body), files }]))) return;
      await this.ask(id, read.body, read.model);
    } finally {
      this.sending.delete(id);
    }
  }

  private async ask(id: string, body: JsonObject, model: string): Promise<void> {
    const { raw, interactions, apiKey, newId } = this.services;
    const original = this.originals.get(id);
    const place = {
      title: original?.chatTitle ?? '',
      prompt: original?.turn.prompt ?? '',
      turns: original?.turns ?? [],
      origin: apiKey.origin,
    };
    let answer: Inspection;
    try {
      answer = await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('{0} is answering your request', model),
          cancellable: true,
        },
        (_progress, token) => {
          const stop = new AbortController();
          token.onCancellationRequested(() => stop.abort());
          return replay({ raw, clock: systemClock, newId }, body, model, place, stop.signal);
        },
      );
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // The request is still there, and its button asks again.
      return this.services.notices.show(error, () => this.ask(id, body, model));
    }
    const { status, interactionId } = answer.turn;
    if (status === 'stopped' && body.background === true && interactionId !== undefined) {
      await cancelInteraction(interactions, systemClock, interactionId, new AbortController().signal);
    }
    await this.onAnswer(answer, original);
  }
}

function problemWords(problem: RequestProblem): string {
  switch (problem) {
    case 'notJson':
      return vscode.l10n.t('This is not JSON yet. Fix what is underlined, and send it again.');
    case 'notAnObject':
      return vscode.l10n.t('A request is a JSON object with “model” and “input”.');
    case 'noModel':
      return vscode.l10n.t('The request names no model. Add a field “model”, such as "{0}".', settingDefaults.model);
    case 'noInput':
      return vscode.l10n.t('The request asks nothing. Add a field “input” with a list of steps.');
    case 'agent':
      return vscode.l10n.t('Agents are started by Start Deep Research…, which tells the price first.');
  }
}

/** A document that is not saved yet: VS Code keeps it over a reload, and proposes its name and folder for saving. */
async function freeAddress(name: string): Promise<vscode.Uri> {
  const home = homeFolder();
  const own = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri;
  const folder = own ?? (home === undefined ? undefined : vscode.Uri.file(home));
  for (let count = 1; ; count += 1) {
    const file = `${name}${count === 1 ? '' : `-${count}`}${ending}`;
    const place = folder ? vscode.Uri.joinPath(folder, file) : vscode.Uri.from({ scheme: 'file', path: `/${file}` });
    const uri = place.with({ scheme: 'untitled' });
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.path === uri.path);
    if (!isOpen && !(await exists(place))) return uri;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
