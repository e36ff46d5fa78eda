import { element } from '../base/element';
import { idleQueue, type Job } from '../base/idleQueue';
import { longLineClass } from '../base/longLines';
import { type Run, takeRuns } from './runs';

/** More than this is hardly read for its colours. */
const longestText = 400_000;

/**
 * Colours finished code when there is time: `groups` are the elements that hold its text, one after the other. What is in
 * no language that is known stays as it is, and so does everything if the highlighter does not load.
 */
export function colour(groups: readonly Element[], text: string, language: string): void {
  if (language === '' || text.length > longestText) return;
  import('./highlightChunks').then(
    ({ highlightChunks }) => idleQueue.add(paint(groups, highlightChunks(text, language))),
    () => undefined,
  );
}

/** Replaces the text of each group by coloured pieces of the same text, as soon as all of them are known. */
function* paint(groups: readonly Element[], chunks: Iterator<readonly Run[], void>): Job {
  let runs: readonly Run[] = [];
  for (const group of groups) {
    const length = group.textContent.length;
    let taken = takeRuns(runs, length);
    while (!taken) {
      const { done, value } = chunks.next();
      if (done === true || !group.isConnected) return;
      runs = [...runs, ...value];
      taken = takeRuns(runs, length);
      yield undefined;
    }
    // New nodes would take a selection away.
    while (isSelected(group)) yield 'wait';
    if (!group.classList.contains(longLineClass)) group.replaceChildren(...taken.head.map(nodeOf));
    runs = taken.rest;
    yield undefined;
  }
}

function isSelected(node: Node): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(node, true);
}

function nodeOf({ text, kind }: Run): Node | string {
  return kind === undefined ? text : element('span', `tok-${kind}`, text);
}
