import * as vscode from 'vscode';
import { isJsonObject, type JsonObject } from '../../core/base/json';
import { partsOf as answerParts } from '../../core/conversation/savedAnswer';
import type { ResearchJob } from '../../core/research/job/job';
import { appendix } from '../../core/research/live/appendix';
import { liveFacts } from '../../core/research/live/liveFacts';
import { savedName, withPicturesIn } from '../../core/research/report/savedReport';
import { slugOf } from '../../core/research/report/slug';
import { type ResearchFiles, reportFolder } from '../../core/research/researchFiles';
import type { ResearchJobs } from '../../core/research/researchJobs';
import { researchSettings } from '../settings/requestSettings';
import { openPreview } from './markdownPreview';
import { redirectTarget } from './redirectTarget';
import { showAddresses } from './sourceAddresses';

/** The reports of finished research, as documents. */
export class Reports {
  constructor(
    private readonly storage: vscode.Uri,
    private readonly files: ResearchFiles,
    private readonly jobs: ResearchJobs,
  ) {}

  /** Where a report is. Undefined: the job has none. */
  uriOf({ id, report }: ResearchJob): vscode.Uri | undefined {
    return report === undefined ? undefined : vscode.Uri.joinPath(this.storage, reportFolder(id), report);
  }

  /** Opens a report in the preview, or beside the one that it repeats. `options`: where, and whether it takes the keyboard. */
  async open(job: ResearchJob, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
    const uri = this.uriOf(job);
    const before = job.againOf === undefined ? undefined : this.jobs.get(job.againOf);
    const other = before && this.uriOf(before);
    if (!uri) return;
    if (!other) return openPreview(uri, options);
    await vscode.commands.executeCommand(
      'vscode.diff',
      other,
      uri,
      vscode.l10n.t('{0} (before ↔ now)', job.question.replace(/\s+/g, ' ').slice(0, 60)),
      { ...options, preview: false },
    );
  }

  async copy(job: ResearchJob): Promise<void> {
    const uri = this.uriOf(job);
    if (!uri) return;
    await vscode.env.clipboard.writeText(await textOf(uri));
    vscode.window.setStatusBarMessage(vscode.l10n.t('The report was copied.'), 3_000);
  }

  /** "Save Report to Workspace…": the document, and its pictures in a folder beside it. */
  async save(job: ResearchJob): Promise<void> {
    await this.write(job, vscode.l10n.t('Save Report'), async () => '');
  }

  /** "Export Report with Raw Data…": the report with how it came about, and the interaction as Google gave it. */
  async export(job: ResearchJob): Promise<void> {
    const interaction = await this.files.loadInteraction(job.id);
    const added = appendixOf(job, interaction);
    await this.write(job, vscode.l10n.t('Export Report'), async (target) => {
      const raw = target.with({ path: `${target.path.replace(/\.md$/i, '')}.json` });
      if (!(await mayReplace(raw))) return undefined;
      await vscode.workspace.fs.writeFile(raw, encoded(JSON.stringify(interaction ?? {}, null, 2)));
      return added;
    });
  }

  /** "Add Appendix to Report": the plan, the searches, the pages and the thoughts at its end, once. */
  async addAppendix(job: ResearchJob): Promise<void> {
    const uri = this.uriOf(job);
    if (!uri) return;
    const added = appendixOf(job, await this.files.loadInteraction(job.id));
    const text = await textOf(uri);
    if (added === '') {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There is nothing to add: no searches or thoughts are known.'),
      );
      return;
    }
    if (!text.includes(added)) await vscode.workspace.fs.writeFile(uri, encoded(text + added));
    await openPreview(uri);
  }

  /** "Show Addresses of Sources". */
  async showAddresses(job: ResearchJob): Promise<void> {
    const uri = this.uriOf(job);
    if (uri) await showAddresses(uri, redirectTarget());
  }

  /** `beside` writes what else is wanted, and gives the text to add. Undefined: the user wants nothing written. */
  private async write(
    job: ResearchJob,
    title: string,
    beside: (target: vscode.Uri) => Promise<string | undefined>,
  ): Promise<void> {
    const from = this.uriOf(job);
    if (!from) return;
    const target = await askTarget(job, title);
    if (!target) return;
    try {
      const added = await beside(target);
      if (added === undefined) return;
      await writeReport(from, target, added);
    } catch {
      const again = vscode.l10n.t('Choose Another Place');
      const words = vscode.l10n.t('The file couldn’t be saved there. Choose another place.');
      if ((await vscode.window.showErrorMessage(words, again)) === again) await this.write(job, title, beside);
      return;
    }
    await openPreview(target);
  }
}

function appendixOf(job: ResearchJob, interaction: JsonObject | undefined): string {
  const steps = Array.isArray(interaction?.steps) ? interaction.steps.filter(isJsonObject) : [];
  return appendix(job.plans.at(-1)?.text, liveFacts(answerParts(steps)), {
    title: vscode.l10n.t('How this report was made'),
    plan: vscode.l10n.t('Plan'),
    searches: vscode.l10n.t('Searches'),
    pages: vscode.l10n.t('Pages read'),
    thoughts: vscode.l10n.t('Thoughts'),
  });
}

/** A path in the workspace, which need not be there yet. Without a workspace that takes files, any place. */
async function askTarget(job: ResearchJob, title: string): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${savedName(job.createdAt, slugOf(job.question))}.md`;
  if (!folder || vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) {
    return vscode.window.showSaveDialog({ title, saveLabel: vscode.l10n.t('Save'), filters: { Markdown: ['md'] } });
  }
  const path = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Path in the workspace'),
    value: [...folderOfReports(), name].join('/'),
    ignoreFocusOut: true,
    validateInput: (text) =>
      partsOf(text).length > 0 && /\.md$/i.test(text) ? undefined : vscode.l10n.t('Type a path that ends with .md.'),
  });
  if (path === undefined) return undefined;
  const target = vscode.Uri.joinPath(folder, ...partsOf(path));
  return (await mayReplace(target)) ? target : undefined;
}

async function mayReplace(target: vscode.Uri): Promise<boolean> {
  const isThere = await vscode.workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  if (!isThere) return true;
  const replace = vscode.l10n.t('Replace');
  const words = vscode.l10n.t('{0} already exists. Replace it?', vscode.workspace.asRelativePath(target));
  return (await vscode.window.showWarningMessage(words, { modal: true }, replace)) === replace;
}

function folderOfReports(): readonly string[] {
  return partsOf(researchSettings().folder);
}

/** A path as its parts. What leads out of the workspace does not count. */
function partsOf(path: string): readonly string[] {
  return path.split(/[\\/]+/).filter((part) => part.trim() !== '' && part !== '.' && part !== '..');
}

async function writeReport(from: vscode.Uri, target: vscode.Uri, added: string): Promise<void> {
  const { fs } = vscode.workspace;
  const folder = vscode.Uri.joinPath(from, '..');
  const name = /([^/]+?)(?:\.md)?$/i.exec(target.path)?.[1] ?? 'report';
  const pictures = (await fs.readDirectory(folder)).flatMap(([file]) => (/^figure-\d+\.\w+$/.test(file) ? [file] : []));
  for (const picture of pictures) {
    const to = vscode.Uri.joinPath(target, '..', name, picture);
    await fs.copy(vscode.Uri.joinPath(folder, picture), to, { overwrite: true });
  }
  await fs.writeFile(target, encoded(withPicturesIn(await textOf(from), name) + added));
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
