import * as vscode from 'vscode';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import { againstBudget, agentOf, type ResearchAgent } from '../../core/research/job/agents';
import type { ResearchContext } from '../../core/research/researchJobs';
import type { CommandId } from '../../manifest';
import { spendPage } from '../../names';
import { viewPlace } from '../panel/panelHandle';
import { askBoxed, askTyping } from '../panel/typedQuestion';
import { allowedPrompt } from '../privacy/allowedPrompt';
import type { Services } from '../services';
import { openSettings } from '../settings/openSettings';
import { researchSettings, researchTools } from '../settings/requestSettings';
import { storesAtGoogle } from '../settings/settings';
import { addFiles } from './researchContext';
import { agentName, costWords, dollars } from './researchWords';

/** What the user wants researched, and how. */
export interface AskedResearch {
  readonly question: string;
  readonly agent: ResearchAgent;
  readonly planFirst: boolean;
  readonly context: ResearchContext;
}

/**
 * Asks for the question and goes on with it, which asks more. A crash meanwhile puts what was typed into the composer.
 * Undefined: the user has thought better of it, or does not want it sent.
 */
export async function askQuestion<Result>(
  { gate, drafts }: Pick<Services, 'gate' | 'drafts'>,
  value: string,
  goOn: (question: string) => Promise<Result>,
): Promise<Result | undefined> {
  const ask = (keep: (words: string) => void) => questionBox(value, (words) => keep(words && `/research ${words}`));
  const typed = (await askTyping(drafts, viewPlace, ask))?.trim();
  if (typed === undefined) return undefined;
  return askBoxed(drafts, viewPlace, `/research ${typed}`, async () => {
    const allowed = await allowedPrompt(gate, typed);
    return allowed === undefined ? undefined : goOn(allowed);
  });
}

/** VS Code's own box has one line. A button takes what is typed into the chat, which has as many as are needed, and files. */
async function questionBox(value: string, onTyped: (words: string) => void): Promise<string | undefined> {
  const box = vscode.window.createInputBox();
  const inChat = {
    iconPath: new vscode.ThemeIcon('comment-discussion'),
    tooltip: vscode.l10n.t('Write Several Lines in the Chat'),
  };
  box.title = vscode.l10n.t('Deep Research');
  box.prompt = vscode.l10n.t('What should Gemini research? A specific question gives a better report.');
  box.value = value;
  box.ignoreFocusOut = true;
  box.buttons = [inChat];
  try {
    return await new Promise<string | undefined>((resolve) => {
      box.onDidChangeValue((words) => {
        onTyped(words);
        box.validationMessage = undefined;
      });
      box.onDidAccept(() => {
        if (box.value.trim() !== '') resolve(box.value);
        else box.validationMessage = vscode.l10n.t('Type a question.');
      });
      box.onDidTriggerButton(() => {
        const command: CommandId = 'geminiInteractions.focusChat';
        const prompt = `/research ${box.value}`;
        resolve(undefined);
        void vscode.commands.executeCommand(command, { prompt });
      });
      box.onDidHide(() => resolve(undefined));
      box.show();
    });
  } finally {
    box.dispose();
  }
}

interface WayItem extends vscode.QuickPickItem {
  readonly way?: { readonly kind: ResearchAgent['kind']; readonly planFirst: boolean };
}

/** Asks how to research, and takes what goes along. What the settings say comes first. */
export async function askWay(
  question: string,
  given: ResearchContext,
  gate: OutgoingGate,
): Promise<AskedResearch | undefined> {
  let context = given;
  for (;;) {
    const files = vscode.l10n.t('Add Files…');
    const items: WayItem[] = [
      ...ways(),
      { label: vscode.l10n.t('Attached'), kind: vscode.QuickPickItemKind.Separator },
      ...context.names.map((name) => ({ label: `$(file) ${name}`, description: vscode.l10n.t('select to remove') })),
      { label: `$(add) ${files}`, detail: vscode.l10n.t('Text, images and PDFs for the agent') },
    ];
    const choice = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('How should it be researched?'),
      placeHolder: question.replace(/\s+/g, ' ').slice(0, 200),
      ignoreFocusOut: true,
    });
    if (!choice) return undefined;
    if (choice.way) {
      return { question, agent: agentOf(choice.way.kind), planFirst: choice.way.planFirst, context };
    }
    const left = context.names.findIndex((name) => choice.label === `$(file) ${name}`);
    context = left < 0 ? await addFiles(context, gate) : without(context, left);
  }
}

/** Says what a research costs and what Google keeps, and asks for a yes. */
export async function confirmResearch({ question, agent, planFirst }: AskedResearch): Promise<boolean> {
  const { budget } = researchSettings();
  const verdict = againstBudget(agent, budget);
  const { least, most } = agent.usually;
  if (verdict === 'refuse') {
    const settings = vscode.l10n.t('Open Settings');
    const words = vscode.l10n.t(
      '{0} usually costs at least {1}, more than your limit of {2} (geminiInteractions.budget.perResearch). Nothing was sent.',
      agentName(agent),
      dollars(least),
      dollars(budget),
    );
    if ((await vscode.window.showWarningMessage(words, settings)) === settings)
      await openSettings('geminiInteractions.budget');
    return false;
  }
  const start = planFirst ? vscode.l10n.t('Make a Plan') : vscode.l10n.t('Start Research');
  const limit = vscode.l10n.t('Spend Limit at Google');
  const { names } = researchTools();
  const detail = [
    `“${question.slice(0, 500)}”`,
    ...(names.length > 0 ? [vscode.l10n.t('It may also use, from your settings: {0}.', names.join(', '))] : []),
    vscode.l10n.t(
      'It takes up to 60 minutes and costs about {0} to {1} on your key (Google’s estimate of July 2026).',
      dollars(least),
      dollars(most),
    ),
    ...(verdict === 'ask' ? [vscode.l10n.t('That may exceed your limit of {0} per research.', dollars(budget))] : []),
    planFirst
      ? vscode.l10n.t('The plan comes first and costs little. The research starts once you approve it.')
      : vscode.l10n.t('A running research takes no new input.'),
    vscode.l10n.t(
      'It continues at Google if you close this window; the report is saved on this computer. Google stores the question, the attachments and the report for 55 days (1 day with a free key). You can delete them there.',
    ),
    ...(storesAtGoogle()
      ? []
      : [
          vscode.l10n.t(
            'Your setting geminiInteractions.privacy.storeAtGoogle is off. Research can’t run without being stored, so it is stored all the same.',
          ),
        ]),
  ].join('\n\n');
  for (;;) {
    const choice = await vscode.window.showInformationMessage(
      vscode.l10n.t('Start Deep Research?'),
      { modal: true, detail },
      start,
      limit,
    );
    if (choice !== limit) return choice === start;
    await vscode.env.openExternal(vscode.Uri.parse(spendPage));
  }
}

function ways(): readonly WayItem[] {
  const { agent: usual, planFirst: usuallyPlans } = researchSettings();
  const kinds = usual === 'max' ? (['max', 'fast'] as const) : (['fast', 'max'] as const);
  return [usuallyPlans, !usuallyPlans].flatMap((planFirst) =>
    kinds.map((kind) => {
      const agent = agentOf(kind);
      return {
        label: planFirst
          ? `$(checklist) ${vscode.l10n.t('Plan first, then {0}', agentName(agent))}`
          : `$(play) ${vscode.l10n.t('{0} at once', agentName(agent))}`,
        description: costWords(agent),
        way: { kind, planFirst },
      };
    }),
  );
}

function without(context: ResearchContext, index: number): ResearchContext {
  return {
    names: context.names.filter((_, at) => at !== index),
    input: context.input.filter((_, at) => at !== index),
  };
}
