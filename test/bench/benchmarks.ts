import { activation } from './activation';
import { attachKeys } from './attachKeys';
import type { Benchmark } from './benchmark';
import { checkJson } from './checkJson';
import { composer } from './composer';
import { faultCounts } from './faultCounts';
import { hostileStream } from './hostileStream';
import { hunks } from './hunks';
import { latency } from './latency';
import { listChats } from './listChats';
import { longPrompt } from './longPrompt';
import { memory } from './memory';
import { mentions } from './mentions';
import { modelPicker } from './modelPicker';
import { openChat } from './openChat';
import { paintPicture } from './paintPicture';
import { proposal } from './proposal';
import { renderBenchmarks } from './render';
import { renderCitations } from './renderCitations';
import { renderHostile } from './renderHostile';
import { longChat } from './renderLongChat';
import { renderVsCode } from './renderVsCode';
import { research } from './research';
import { researchRows } from './researchRows';
import { sandboxReview } from './sandboxReview';
import { savedDelta } from './savedDelta';
import { sdk } from './sdk';
import { searchChats } from './searchChats';
import { size } from './size';
import { soak } from './soak';
import { stop } from './stop';
import { stopPhases } from './stopPhases';
import { wire } from './wire';

/**
 * Those in VS Code with the product as it is published. In a smoke run they share one window, and `openChat`, which wants an empty
 * history, comes before the others.
 */
export const benchmarksOfPackage: readonly Benchmark[] = [
  openChat,
  activation,
  memory,
  composer,
  latency,
  stop,
  renderVsCode,
  proposal,
  researchRows,
  modelPicker,
];

export const otherBenchmarks: readonly Benchmark[] = [
  size,
  hunks,
  sandboxReview,
  checkJson,
  mentions,
  sdk,
  wire,
  stopPhases,
  faultCounts,
  hostileStream,
  savedDelta,
  listChats,
  searchChats,
  research,
  soak,
  ...renderBenchmarks,
  longChat,
  renderHostile,
  renderCitations,
  attachKeys,
  longPrompt,
  paintPicture,
];
