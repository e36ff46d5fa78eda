import * as vscode from 'vscode';
import { isResearchAgent, usualCostOfTask } from '../../core/interactions/agents';
import { costOf } from '../../core/models/costOf';
import { dayOf } from '../../core/models/modelNow';
import { agentNow } from '../../core/research/job/agents';
import { crc32 } from '../../core/storage/files/crc32';
import type { StorageFiles } from '../../core/storage/files/files';
import { type EndedInteraction, isOfChat } from '../../core/usage/meteredInteractions';
import { type UsageEntry, withoutRepeats } from '../../core/usage/usageEntry';
import { localDay, UsageLedger } from '../../core/usage/usageLedger';
import type { CommandId } from '../../manifest';
import { amountText } from '../../parts/amount';
import type { Log } from '../log/log';
import { readDayBudget } from '../settings/settings';
import { otherWords } from '../strings/models';

export interface MeterParts {
  readonly files: StorageFiles;
  readonly state: vscode.Memento;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Days on which the user was warned, and on which they want to go on beyond the budget. */
const warnedKey = 'budget.warnedOn';
const goOnKey = 'budget.goOnOn';
/** From this share of the budget on, the user is warned. */
const warnedFrom = 0.8;

/** Milliseconds. */
const week = 7 * 24 * 3_600_000;

const encoder = new TextEncoder();

/** The work of the meter. */
export class MeterWork {
  private readonly ledger: UsageLedger;
  /** What this window has noted, for a disk that gives nothing back. */
  private readonly own: UsageEntry[] = [];
  private readonly toldPairs = new Set<string>();
  /** What was noted and may not be on disk yet, one after the other. */
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: MeterParts) {
    this.ledger = new UsageLedger(parts.files);
  }

  async note(ended: EndedInteraction): Promise<void> {
    const entry = entryOf(ended, this.parts.now());
    this.own.push(entry);
    this.writing = this.writing
      .then(() => this.ledger.append(entry))
      // The answer is worth more than its count.
      .catch((error: unknown) => this.parts.log.bug(error));
    await this.writing;
    this.tellOther(ended);
    await this.warn();
  }

  async between(first: string, last: string): Promise<readonly UsageEntry[]> {
    await this.writing;
    return this.ledger.between(first, last);
  }

  /** What the answers of the last week cost, the oldest first. */
  async recentCosts(): Promise<readonly number[]> {
    const { parts, today } = this;
    const entries = await this.ledger.between(localDay(parts.now() - week), today);
    return entries.flatMap(({ purpose, dollars }) => (isOfChat(purpose) && dollars !== undefined ? [dollars] : []));
  }

  /** Whether the budget of today is used up, and the user has not said to go on. */
  async isUsedUp(): Promise<boolean> {
    const budget = readDayBudget();
    if (budget === 0 || this.parts.state.get(goOnKey) === this.today) return false;
    return (await this.spentToday()) >= budget;
  }

  tellUsedUp(): void {
    const goOn = vscode.l10n.t('Go On Today');
    const words = vscode.l10n.t(
      'Your budget for today, {0}, is used up, so the question was not sent.',
      amount(readDayBudget()),
    );
    void vscode.window.showWarningMessage(words, goOn, usageLabel()).then(async (choice) => {
      if (choice === goOn) await this.goOnToday();
      if (choice === usageLabel()) await showUsage();
    });
  }

  async goOnToday(): Promise<void> {
    await this.parts.state.update(goOnKey, this.today);
  }

  private get today(): string {
    return localDay(this.parts.now());
  }

  private async spentToday(): Promise<number> {
    await this.writing;
    const { today } = this;
    const entries = await this.ledger.between(today, today).catch((error: unknown) => {
      // A question is not lost to a disk that fails.
      this.parts.log.bug(error);
      return withoutRepeats(this.own.filter(({ at }) => localDay(at) === today));
    });
    return entries.reduce((sum, { dollars = 0 }) => sum + dollars, 0);
  }

  /** A chat says at its answer who gave it. Of anything else the user is told once of each pair of models. */
  private tellOther({ model, askedModel, purpose }: EndedInteraction): void {
    const pair = `${askedModel} ${model}`;
    if (askedModel === undefined || isOfChat(purpose) || purpose === 'title' || this.toldPairs.has(pair)) return;
    this.toldPairs.add(pair);
    void vscode.window.showInformationMessage(otherWords(model, askedModel, this.parts.now()));
  }

  private async warn(): Promise<void> {
    const budget = readDayBudget();
    const { state } = this.parts;
    const { today } = this;
    if (budget === 0 || state.get(warnedKey) === today || state.get(goOnKey) === today) return;
    const spent = await this.spentToday();
    if (spent < budget * warnedFrom) return;
    await state.update(warnedKey, today);
    const words = vscode.l10n.t('About {0} of your budget for today, {1}, is used.', amount(spent), amount(budget));
    void vscode.window
      .showWarningMessage(words, usageLabel())
      .then((choice) => (choice === usageLabel() ? showUsage() : undefined));
  }
}

function entryOf({ id, model, agent, isPlan, purpose, usage }: EndedInteraction, now: number): UsageEntry {
  const mark = id === '' ? '' : crc32(encoder.encode(id)).toString(16).padStart(8, '0');
  const entry = { at: now, model: agent ?? model, purpose, usage, mark };
  if (agent === undefined) return { ...entry, dollars: usage && costOf(model, usage, dayOf(now)) };
  // Google says of an agent what a run usually costs, and no price of its tokens.
  if (isPlan || !usage) return entry;
  const { least, most } = isResearchAgent(agent) ? agentNow(agent).agent.usually : usualCostOfTask;
  return { ...entry, dollars: (least + most) / 2, isEstimate: true };
}

function amount(dollars: number): string {
  return amountText(dollars, vscode.env.language);
}

function usageLabel(): string {
  return vscode.l10n.t('Show Usage');
}

async function showUsage(): Promise<void> {
  await vscode.commands.executeCommand('geminiInteractions.showUsage' satisfies CommandId);
}
