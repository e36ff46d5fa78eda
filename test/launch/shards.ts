/** Milliseconds taken for a file that has not been measured yet. */
const unknownMs = 3_000;

/**
 * Deals files out to workers so that all end at about the same time: the longest first, each to the worker that has the
 * least to do. `durations` is in milliseconds by file.
 */
export function dealOut(
  files: readonly string[],
  workers: number,
  durations: Readonly<Record<string, number>>,
): readonly (readonly string[])[] {
  const msOf = (file: string) => durations[file] ?? unknownMs;
  const shards = Array.from({ length: Math.min(workers, files.length) }, () => ({ files: [] as string[], ms: 0 }));
  for (const file of files.toSorted((a, b) => msOf(b) - msOf(a))) {
    const [lightest] = shards.toSorted((a, b) => a.ms - b.ms);
    lightest?.files.push(file);
    if (lightest) lightest.ms += msOf(file);
  }
  return shards.map((shard) => shard.files);
}
