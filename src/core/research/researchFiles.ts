import type { Clock } from '../base/clock';
import { isJsonObject, type JsonObject, objectsField, textField } from '../base/json';
import type { InputContent } from '../interactions/port';
import type { StorageFiles } from '../storage/files/files';
import { Lease } from '../storage/log/lease';
import type { ResearchJob } from './job/job';
import { readJob } from './job/readJob';
import type { Report } from './report/report';

/** The folder of all jobs. `docs/storage.md` shows it as a tree. */
const researchFolder = 'v1/research';

/** The folder of one job. */
export function jobFolder(jobId: string): string {
  return `${researchFolder}/${jobId}`;
}

/** The folder of a job's report and its pictures. */
export function reportFolder(jobId: string): string {
  return `${jobFolder(jobId)}/report`;
}

/** Research jobs as files. Everything rejects with the error of the system. */
export class ResearchFiles {
  constructor(
    private readonly files: StorageFiles,
    private readonly clock: Clock,
    private readonly windowId: string,
  ) {}

  /** The jobs that can be read, in no particular order. */
  async loadAll(): Promise<readonly ResearchJob[]> {
    const folders = (await this.files.list(researchFolder)).filter(({ isFolder }) => isFolder);
    const jobs = await Promise.all(folders.map(({ name }) => this.load(name)));
    return jobs.filter((job) => job !== undefined);
  }

  /** Undefined: there is no such job. */
  async load(jobId: string): Promise<ResearchJob | undefined> {
    return readJob(await this.readJson(`${jobFolder(jobId)}/job.json`));
  }

  /** Whether the job is on disk. */
  async has(jobId: string): Promise<boolean> {
    return (await this.files.stat(`${jobFolder(jobId)}/job.json`)) !== undefined;
  }

  /** Replaces the job on disk, whole or not at all. */
  async save(job: ResearchJob): Promise<void> {
    await this.files.write(`${jobFolder(job.id)}/job.json`, encoded(JSON.stringify(job)));
  }

  /** Says that the request with this number is sent now. False: it was said before, and must not be sent again. */
  createIntent(jobId: string, attempt: number): Promise<boolean> {
    return this.files.createNew(intentPath(jobId, attempt), encoded(''));
  }

  /** Whether the request with this number may have been sent. */
  async hasIntent(jobId: string, attempt: number): Promise<boolean> {
    return (await this.files.stat(intentPath(jobId, attempt))) !== undefined;
  }

  /** Says that the user is told of this state now. False: another window tells it. */
  createTold({ id, attempts, state }: ResearchJob): Promise<boolean> {
    return this.files.createNew(`${jobFolder(id)}/told-${attempts}-${state}`, encoded(''));
  }

  /** Keeps what goes along with the question. */
  async saveInput(jobId: string, input: readonly InputContent[]): Promise<void> {
    await this.files.write(`${jobFolder(jobId)}/input.json`, encoded(JSON.stringify({ input })));
  }

  async loadInput(jobId: string): Promise<readonly InputContent[]> {
    const value = await this.readJson(`${jobFolder(jobId)}/input.json`);
    return isJsonObject(value) ? objectsField(value, 'input').flatMap((content) => readInput(content) ?? []) : [];
  }

  /** Keeps the interaction as the service gave it. */
  async saveInteraction(jobId: string, wire: JsonObject): Promise<void> {
    await this.files.write(`${jobFolder(jobId)}/interaction.json`, encoded(JSON.stringify(wire)));
  }

  async loadInteraction(jobId: string): Promise<JsonObject | undefined> {
    const value = await this.readJson(`${jobFolder(jobId)}/interaction.json`);
    return isJsonObject(value) ? value : undefined;
  }

  /** Writes the report and the pictures beside it. */
  async saveReport(jobId: string, name: string, report: Report): Promise<void> {
    for (const picture of report.pictures) {
      await this.files.write(`${reportFolder(jobId)}/${picture.name}`, picture.bytes);
    }
    await this.files.write(`${reportFolder(jobId)}/${name}`, encoded(report.markdown));
  }

  /** Removes all of a job. */
  async remove(jobId: string): Promise<void> {
    await this.files.remove(jobFolder(jobId));
  }

  /** The mark of the window that follows the job. */
  lease(jobId: string): Lease {
    return new Lease(this.files, this.clock, jobId, this.windowId);
  }

  private async readJson(path: string): Promise<unknown> {
    const bytes = await this.files.read(path);
    if (!bytes) return undefined;
    try {
      return JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      // Something else wrote there: each of our own writes is whole or not there.
      return undefined;
    }
  }
}

function intentPath(jobId: string, attempt: number): string {
  return `${jobFolder(jobId)}/sent-${attempt}`;
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function readInput(wire: JsonObject): InputContent | undefined {
  const { type } = wire;
  const text = textField(wire, 'text');
  if (type === 'text') return text === undefined ? undefined : { type, text };
  if (type !== 'image' && type !== 'audio' && type !== 'video' && type !== 'document') return undefined;
  const mimeType = textField(wire, 'mimeType');
  const data = textField(wire, 'data');
  return mimeType === undefined || data === undefined ? undefined : { type, mimeType, data };
}
