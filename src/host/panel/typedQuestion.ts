import type { Drafts, HeldQuestion } from '../../core/chat/drafts';
import type { PanelHandle } from './panelHandle';

type HoldingDrafts = Pick<Drafts, 'hold'>;

/**
 * Has a question asked that was typed in a panel. Before it is on disk elsewhere the user may be asked things, for minutes:
 * until then it is kept with the draft. `ask` calls `onKept` once it is on disk, and resolves to whether it was asked.
 * Where it was not, it goes back to the composer.
 */
export async function askTyped(
  drafts: HoldingDrafts,
  panel: PanelHandle,
  prompt: string,
  ask: (onKept: () => void) => Promise<boolean>,
): Promise<void> {
  const held = drafts.hold(panel.draftPlace, prompt);
  let isKept = false;
  const onKept = () => {
    isKept = true;
    held.release();
  };
  try {
    if (await ask(onKept)) onKept();
  } finally {
    if (!isKept) {
      held.giveBack();
      panel.post({ type: 'promptReturned', prompt });
    }
  }
}

/**
 * Has a question asked that was typed in a box of VS Code. A crash before it is on disk puts it into the composer of
 * `place`. One that the user thinks better of is gone, as the box is.
 */
export async function askBoxed<Result>(
  drafts: HoldingDrafts,
  place: string,
  prompt: string,
  ask: (onKept: () => void) => Promise<Result>,
): Promise<Result> {
  const held = drafts.hold(place, prompt);
  try {
    return await ask(() => held.release());
  } finally {
    held.release();
  }
}

/**
 * Keeps on disk what is being typed in a box of VS Code while `ask` shows it. A crash puts the words into the composer of
 * `place`. Those of a box that the user leaves are gone.
 */
export async function askTyping<Result>(
  drafts: HoldingDrafts,
  place: string,
  ask: (onTyped: (words: string) => void) => Promise<Result>,
): Promise<Result> {
  let held: HeldQuestion | undefined;
  const hold = (words: string) => {
    const before = held;
    held = words.trim() === '' ? undefined : drafts.hold(place, words);
    before?.release();
  };
  try {
    return await ask(hold);
  } finally {
    hold('');
  }
}
