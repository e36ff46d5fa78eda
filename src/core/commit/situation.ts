import type { ChangedFile } from './fileChange';

/** Where the repository stands when a message is asked for. */
export interface Situation {
  /** `staged`: what is in the index. `workingTree`: nothing is, so all changes are meant. */
  readonly source: 'staged' | 'workingTree';
  /** Undefined while HEAD is detached. */
  readonly branch: string | undefined;
  /** There is no commit yet. */
  readonly isFirst: boolean;
  /** The subject of the commit that is being merged. Undefined: no merge is in progress. */
  readonly merging: string | undefined;
}

/** All of the commit is renames that change nothing inside a file. */
export function isOnlyRenames(files: readonly (ChangedFile & { readonly diff?: string })[]): boolean {
  return (
    files.length > 0 &&
    files.every(({ status, diff }) => status === 'renamed' && diff !== undefined && !/^@@ /m.test(diff))
  );
}

/** What the model has to know of it, one sentence a line. */
export function situationLines(
  { branch, isFirst, merging }: Situation,
  files: readonly (ChangedFile & { readonly diff?: string })[],
): readonly string[] {
  return [
    ...(branch === undefined ? [] : [`The branch is called ${branch}.`]),
    ...(isFirst ? ['This is the first commit of the repository.'] : []),
    ...(merging === undefined
      ? []
      : [
          `The commit concludes a merge. The last commit that is merged in: "${merging}". Begin the subject as git does, with "Merge".`,
        ]),
    ...(isOnlyRenames(files) ? ['The files are only renamed or moved; nothing inside them changes.'] : []),
  ];
}
