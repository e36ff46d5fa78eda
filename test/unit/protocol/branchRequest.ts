import fc from 'fast-check';
import type { ToHost } from '../../../src/protocol/messages';

/** What the footer of an answer and its tools ask for. */
export const branchRequest: fc.Arbitrary<ToHost> = fc.oneof(
  fc.record({ type: fc.constant('copyDetails' as const), turnId: fc.string(), part: fc.nat() }),
  fc.record({
    type: fc.constant('showBranch' as const),
    turnId: fc.string(),
    of: fc.constantFrom(...(['question', 'answer'] as const)),
    step: fc.constantFrom(...([-1, 1] as const)),
  }),
);
