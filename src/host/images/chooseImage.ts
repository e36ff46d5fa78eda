import * as vscode from 'vscode';
import {
  type ImageFormat,
  type ImageRatio,
  type ImageSize,
  imageRatios,
  imageSizes,
} from '../../core/interactions/imageFormat';
import { usualImageModel } from '../../core/models/modelTable';
import { modelLabel } from '../../parts/modelLabel';
import type { Services } from '../services';

export interface ImageChoice extends ImageFormat {
  readonly model: string;
  readonly count: number;
}

type ChoiceServices = Pick<Services, 'models' | 'onError'>;
type Step = 'go' | 'ratio' | 'size' | 'count' | 'model';
interface StepItem extends vscode.QuickPickItem {
  readonly step: Step;
}
interface ValueItem<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export const firstChoice: ImageChoice = { model: usualImageModel, count: 1 };
const counts: readonly number[] = [1, 2, 3, 4];

/** Lets the user change how the image is to be, as often as wanted, before it is asked for. Undefined: nothing is asked. */
export async function chooseImage(
  services: ChoiceServices,
  title: string,
  first: ImageChoice,
): Promise<ImageChoice | undefined> {
  let choice = first;
  for (;;) {
    const picked = await vscode.window.showQuickPick(stepItems(choice), {
      title,
      placeHolder: vscode.l10n.t('Enter generates it. Pictures cost more than words.'),
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    if (picked.step === 'go') return choice;
    choice = await changed(services, choice, picked.step);
  }
}

function stepItems({ model, ratio, size, count }: ImageChoice): readonly StepItem[] {
  const automatic = vscode.l10n.t('Automatic');
  return [
    { step: 'go', label: `$(sparkle) ${vscode.l10n.t('Generate')}` },
    { step: 'ratio', label: vscode.l10n.t('Aspect Ratio'), description: ratio ?? automatic },
    { step: 'size', label: vscode.l10n.t('Size'), description: size ?? automatic },
    { step: 'count', label: vscode.l10n.t('Number of Images'), description: String(count) },
    { step: 'model', label: vscode.l10n.t('Model'), description: modelLabel(model) },
  ];
}

/** Escape leaves it as it was. */
async function changed(services: ChoiceServices, choice: ImageChoice, step: Exclude<Step, 'go'>): Promise<ImageChoice> {
  switch (step) {
    case 'ratio': {
      const ratio = await pick(vscode.l10n.t('Aspect Ratio'), ratioItems(), choice.ratio);
      return ratio ? { ...choice, ratio: ratio.value } : choice;
    }
    case 'size': {
      const size = await pick(vscode.l10n.t('Size'), sizeItems(), choice.size);
      return size ? { ...choice, size: size.value } : choice;
    }
    case 'count': {
      const items = counts.map((value) => ({ label: String(value), value }));
      const count = await pick(vscode.l10n.t('Number of Images'), items, choice.count);
      return count ? { ...choice, count: count.value } : choice;
    }
    case 'model': {
      const model = await pick(vscode.l10n.t('Model'), modelItems(services, choice.model), choice.model);
      return model ? { ...choice, model: model.value } : choice;
    }
  }
}

function ratioItems(): readonly ValueItem<ImageRatio | undefined>[] {
  const listed = imageRatios.map((value) => {
    const [wide = 1, high = 1] = value.split(':').map(Number);
    const square = wide === high ? vscode.l10n.t('square') : undefined;
    return {
      label: value,
      value,
      description: square ?? (wide > high ? vscode.l10n.t('wide') : vscode.l10n.t('tall')),
    };
  });
  return [{ label: vscode.l10n.t('Automatic'), value: undefined }, ...listed];
}

function sizeItems(): readonly ValueItem<ImageSize | undefined>[] {
  return [
    { label: vscode.l10n.t('Automatic'), value: undefined },
    ...imageSizes.map((value) => ({ label: value, value })),
  ];
}

/** Those that the key may use, and the one that is chosen where they cannot be listed. */
async function modelItems({ models, onError }: ChoiceServices, chosen: string): Promise<readonly ValueItem<string>[]> {
  const listed = () => models.models.filter(({ draws }) => draws).map(({ id }) => id);
  if (listed().length === 0) await models.refresh(new AbortController().signal).catch(onError);
  const ids = new Set([chosen, ...listed().toReversed()]);
  return [...ids].map((id) => ({ label: modelLabel(id), description: id, value: id }));
}

async function pick<T>(
  title: string,
  items: readonly ValueItem<T>[] | Promise<readonly ValueItem<T>[]>,
  current: T,
): Promise<ValueItem<T> | undefined> {
  const marked = (await items).map((item) => ({
    ...item,
    label: item.value === current ? `$(check) ${item.label}` : item.label,
  }));
  return vscode.window.showQuickPick(marked, { title, ignoreFocusOut: true });
}
