import { interactionRefusals } from './refusals/interactionRefusals';
import { keyRefusals } from './refusals/keyRefusals';
import { loadRefusals } from './refusals/loadRefusals';
import { moneyRefusals } from './refusals/moneyRefusals';
import { requestRefusals } from './refusals/requestRefusals';
import type { WireRefusal } from './refusals/wireRefusal';

const all = { ...keyRefusals, ...moneyRefusals, ...loadRefusals, ...requestRefusals, ...interactionRefusals };

export type RefusalName = keyof typeof all;

/** What the service may refuse, by name, each in every body and wording it has been seen in or may come in. */
export const refusals: Readonly<Record<RefusalName, readonly WireRefusal[]>> = all;
