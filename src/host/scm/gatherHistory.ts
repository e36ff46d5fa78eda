import type { PastCommit } from '../../core/commit/pastCommit';
import type { Situation } from '../../core/commit/situation';
import { type CommitStyle, styleOf, styleSample } from '../../core/commit/style';
import type { ChangeSource } from './gatherChanges';
import { type GitCommit, type GitRepository, gitConfig } from './gitApi';

/** Who commits here, as git knows it. Empty where git does not. */
export interface Author {
  readonly name: string;
  readonly email: string;
}

/** Merges and robots are left out of what is asked for. */
const asked = styleSample * 3;

export async function authorOf(repository: GitRepository): Promise<Author> {
  const [name, email] = await Promise.all([gitConfig(repository, 'user.name'), gitConfig(repository, 'user.email')]);
  return { name: name ?? '', email: email ?? '' };
}

/** The style of this author, else of the branch. Undefined: there is no history. */
export async function gatherStyle(repository: GitRepository, { email }: Author): Promise<CommitStyle | undefined> {
  if (!repository.state.HEAD?.commit) return undefined;
  const [own, all] = await Promise.all([
    // The name of an author is searched by a pattern.
    email === '' ? [] : log(repository, { author: `<${email.replace(/[.*[\]^$\\]/g, '\\$&')}>` }),
    log(repository),
  ]);
  return styleOf(own, all);
}

async function log(repository: GitRepository, options: { author?: string } = {}): Promise<readonly PastCommit[]> {
  // A history that cannot be read is as good as none.
  const commits = await repository.log({ maxEntries: asked, ...options }).catch((): readonly GitCommit[] => []);
  return commits.map(({ message, parents }) => ({ message, isMerge: parents.length > 1 }));
}

export async function gatherSituation(repository: GitRepository, source: ChangeSource): Promise<Situation> {
  const head = repository.state.HEAD;
  const merged = await repository.getCommit('MERGE_HEAD').catch(() => undefined);
  return {
    source,
    // A name beside a tag is the tag's.
    branch: head?.type === 0 ? head.name : undefined,
    isFirst: head?.commit === undefined,
    merging: merged?.message.split('\n')[0],
  };
}
