import fc from 'fast-check';
import { mediaActions } from '../../../src/protocol/media';
import type { ToHost } from '../../../src/protocol/messages';

/** What the page asks for about files that go along, and about those that answers bring. */
export const attachRequest: fc.Arbitrary<ToHost> = fc.oneof(
  fc.record({ type: fc.constant('attach' as const) }),
  fc.record({ type: fc.constant('attachUris' as const), uris: fc.array(fc.string(), { maxLength: 9 }) }),
  fc.record({
    type: fc.constant('attachPiece' as const),
    uploadId: fc.string(),
    name: fc.string(),
    size: fc.nat(),
    at: fc.nat(),
    bytes: fc.uint8Array({ maxLength: 99 }),
  }),
  fc.record({ type: fc.constantFrom(...(['fetchPicture', 'openPending'] as const)), attachmentId: fc.string() }),
  fc.record({ type: fc.constant('fetchMedia' as const), turnId: fc.string(), part: fc.nat() }),
  fc.record({
    type: fc.constant('actOnMedia' as const),
    turnId: fc.string(),
    part: fc.nat(),
    action: fc.constantFrom(...mediaActions),
  }),
  fc.record({ type: fc.constant('keepThumbnail' as const), attachmentId: fc.string(), thumbnail: fc.string() }),
);
