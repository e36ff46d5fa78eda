import { basename } from 'node:path';
import type { Suite } from 'mocha';

/**
 * Takes those tests out of the loaded files that a list of titles does not name, by the name of each file. A file without a
 * list keeps all of its tests. Fails where a title is no longer there, so that no test leaves the run by a change of its name.
 */
export function keepWalks(root: Suite, walks: Readonly<Record<string, readonly string[]>>): void {
  const found = new Map<string, Set<string>>();
  const visit = (suite: Suite) => {
    const name = basename(suite.file ?? '', '.test.js');
    const titles = walks[name];
    if (titles) {
      const seen = found.get(name) ?? new Set();
      for (const { title } of suite.tests) seen.add(title);
      found.set(name, seen);
      suite.tests = suite.tests.filter(({ title }) => titles.includes(title));
    }
    suite.suites.forEach(visit);
  };
  visit(root);
  for (const [name, seen] of found) {
    const gone = walks[name]?.filter((title) => !seen.has(title)) ?? [];
    if (gone.length > 0) throw new Error(`${name} has no test with this title any more: ${gone.join('; ')}`);
  }
}
