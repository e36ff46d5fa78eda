import { isJsonObject, type JsonObject } from '../../../src/core/base/json';
import { agentName } from '../../live/probes/modelList';
import { type Case, editing } from './deviations';
import type { Deviation, Heard } from './standIn';

const isList = ({ path }: Heard) => path.startsWith('/v1/models');

function listing(edit: (models: readonly JsonObject[]) => readonly JsonObject[]): Deviation {
  return editing(isList, (body) => ({
    ...body,
    models: edit(Array.isArray(body.models) ? body.models.filter(isJsonObject) : []),
  }));
}

/** What concerns the list of models: assumption 11. */
export const listCases: readonly Case[] = [
  {
    name: 'agents are not among the models',
    probe: 'list-agents',
    deviation: listing((models) => models.filter(({ name }) => !agentName.test(String(name)))),
    seen: /^none in it$/,
  },
  {
    name: 'the list does not say who thinks',
    probe: 'list-default',
    deviation: listing((models) => models.map(({ thinking: _, ...model }) => model)),
    seen: /^generateContent, thinking: <none>$/,
  },
  {
    name: 'the default model is gone',
    probe: 'list-default',
    deviation: listing((models) => models.filter(({ name }) => name !== 'models/gemini-3.8-flash')),
    seen: /^it is not in the list$/,
  },
  {
    name: 'a model is new',
    probe: 'list-known',
    deviation: listing((models) => [...models, { name: 'models/gemini-9-neutron' }]),
    seen: /^1 unknown$/,
  },
];
