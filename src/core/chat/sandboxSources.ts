import type { JsonObject } from '../base/json';
import { inputOf } from '../conversation/input';
import type { Turn } from '../conversation/turn';
import type { InputContent } from '../interactions/port';

/** Where the files of a task lie in the sandbox. Source: docs, environments of agents. */
const root = '/workspace';

/** What of a task goes into the sandbox as files, and what the agent reads. */
export interface TaskInput {
  readonly input: readonly InputContent[];
  /** In wire form. Source: SDK type `Source`. */
  readonly sources: readonly JsonObject[];
}

/** A question to an agent: files that are meant for its sandbox go there, and are named in the question. */
export function taskInput({ prompt, attachments }: Pick<Turn, 'prompt' | 'attachments'>): TaskInput {
  const sources: JsonObject[] = [];
  const names: string[] = [];
  const read = attachments.filter((one) => {
    if ((one.kind !== 'file' && one.kind !== 'url') || one.sandboxPath === undefined) return true;
    const target = `${root}/${one.sandboxPath}`;
    sources.push(
      one.kind === 'file'
        ? { type: 'inline', target, content: one.text }
        : { type: 'repository', target, source: one.url },
    );
    names.push(one.kind === 'file' ? `- ${target}` : `- ${target} (the Git repository ${one.url})`);
    return false;
  });
  const asked = inputOf({ prompt, attachments: read });
  if (sources.length === 0) return { input: asked, sources };
  const text = `These files are in your sandbox:\n${names.join('\n')}`;
  return { input: [{ type: 'text', text }, ...asked], sources };
}

/**
 * The paths of files below the root of the sandbox, in their order and each once. Of a file that lies outside of the
 * workspace only the name is told. `paths`: relative to the workspace, or whole where a file lies outside of it.
 */
export function sandboxPaths(paths: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const inside = below(path);
    let free = inside;
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${n}/${inside}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

function below(path: string): string {
  const steps = path.replaceAll('\\', '/').split('/');
  const isOutside = steps[0] === '' || steps[0] === '~' || /^[a-z][\w+.-]*:/i.test(path) || steps.includes('..');
  const kept = (isOutside ? steps.slice(-1) : steps).filter((step) => step !== '' && step !== '.' && step !== '..');
  return kept.join('/') || 'file';
}
