import type { Probe } from '../probe';
import { accepted } from './accepted';
import { agents } from './agents';
import { answerSchemas } from './answerSchemas';
import { attachments } from './attachments';
import { cancelling } from './cancelling';
import { files } from './files';
import { keys } from './keys';
import { media } from './media';
import { modelList } from './modelList';
import { models } from './models';
import { previous } from './previous';
import { refusals } from './refusals';
import { requestShape } from './requestShape';
import { resume } from './resume';
import { searchUsage } from './searchUsage';
import { signatures } from './signatures';
import { stored } from './stored';
import { stores } from './stores';
import { streamEnds } from './streamEnds';
import { timing } from './timing';
import { tools } from './tools';
import { versions } from './versions';

/** In the order of the walk, which is the order of the assumptions. */
export const allProbes: readonly Probe[] = [
  ...requestShape,
  ...versions,
  ...keys,
  ...models,
  ...previous,
  ...refusals,
  ...signatures,
  ...streamEnds,
  ...resume,
  ...tools,
  ...media,
  ...cancelling,
  ...stored,
  ...timing,
  ...modelList,
  ...searchUsage,
  ...files,
  ...accepted,
  ...attachments,
  ...answerSchemas,
  ...agents,
  ...stores,
];
