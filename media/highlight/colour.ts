import { element } from '../element';
import { highlightChunks } from './highlightChunks';
import { IdleQueue, type Job } from './idleQueue';
import { highlighter } from './languages';
import { type Run, takeRuns } from './runs';

/** More than this is hardly read for its colours. */
const longestText = 400_000;

const queue = new IdleQueue();

/**
 * Colours finished code when there is time: `groups` are the elements that hold its text, one after the other. What is in
 * no language that is known stays as it is.
 */
export function colour(groups: readonly Element[], text: string, language: string): void {
  if (language === '' || text.length > longestText || !highlighter.getLanguage(language)) return;
  queue.add(paint(groups, text, language));
}

/** Replaces the text of each group by coloured pieces of the same text, as soon as all of them are known. */
function* paint(groups: readonly Element[], text: string, language: string): Job {
  const chunks = highlightChunks(text, language);
  let runs: readonly Run[] = [];
  for (const group of groups) {
    const length = group.textContent.length;
    let taken = takeRuns(runs, length);
    while (!taken) {
      const { done, value } = chunks.next();
      if (done || !group.isConnected) return;
      runs = [...runs, ...value];
      taken = takeRuns(runs, length);
      yield undefined;
    }
    // New nodes would take a selection away.
    while (isSelected(group)) yield 'wait';
    group.replaceChildren(...taken.head.map(nodeOf));
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
