import type { Usage } from '../interactions/usage';
import { priceOn } from './modelFacts';

const million = 1_000_000;

/**
 * About what tokens of a model cost on a day, as in `2026-11-28`. US dollars, without searches and without free quotas,
 * which no answer tells. Thoughts are paid as output and what tools bring as input. Undefined: the price is not known.
 */
export function costOf(model: string, usage: Usage, day: string): number | undefined {
  const price = priceOn(model, day);
  if (!price) return undefined;
  const long = price.long !== undefined && usage.input > price.long.above ? price.long : price;
  const cached = Math.min(usage.cached, usage.input);
  const input = (usage.input - cached + usage.toolUse) * long.input + cached * (price.cached ?? long.input);
  return (input + (usage.output + usage.thought) * long.output) / million;
}
