import fc from 'fast-check';
import type { ToHost } from '../../../src/protocol/messages';

/** Text of every kind. fast-check's own strings of raw units take seconds to prepare. */
export const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('\0', '\ud800', '\udc00', '\u202e', '\u{E0041}', 'é', '\n') }),
);

/** What the composer and the page of an empty chat ask for. */
export const composerRequest: fc.Arbitrary<ToHost> = fc.oneof(
  fc.record({ type: fc.constantFrom(...(['send', 'stopAndSend'] as const)), prompt: anyText }),
  fc.record({
    type: fc.constantFrom(...(['editQueued', 'removeQueued', 'sendQueued'] as const)),
    questionId: fc.string(),
  }),
  fc.record({ type: fc.constant('openLink' as const), url: anyText }),
  fc.record({ type: fc.constant('removeAttachment' as const), attachmentId: fc.string() }),
  fc.record(
    { type: fc.constant('draftChanged' as const), draft: anyText, pasted: anyText, at: fc.nat() },
    { requiredKeys: ['type', 'draft', 'at'] },
  ),
  fc.record(
    { type: fc.constant('addContext' as const), trigger: fc.constantFrom(...(['@', '#'] as const)) },
    { requiredKeys: ['type'] },
  ),
  fc.record({ type: fc.constant('setCurrentFile' as const), isOn: fc.boolean() }),
  fc.record({ type: fc.constant('openRecentChat' as const), chatId: fc.string() }),
  fc.record({
    type: fc.constant('startWith' as const),
    suggestion: fc.constantFrom(...(['explainFile', 'startResearch'] as const)),
  }),
);
