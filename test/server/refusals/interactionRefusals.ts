import { gateway, inEveryBody, plain } from './wireRefusal';

const invalid = ['invalid_request', 'INVALID_ARGUMENT'] as const;
const notFound = ['not_found', 'NOT_FOUND'] as const;
const denied = ['permission_denied', 'PERMISSION_DENIED'] as const;

/**
 * What stands in the way of one interaction. The wordings of `backgroundRefused` and most of `previousNotFound` are ours.
 * The service's are not published, so a client must not depend on any of them.
 */
export const interactionRefusals = {
  previousNotFound: [
    ...inEveryBody(404, notFound, 'previous_interaction_id not found.'),
    ...inEveryBody(404, notFound, "Interaction 'v1_gone' not found."),
    plain(404, 'not_found', 'Failed to get completed interaction: Result not found.'),
    ...inEveryBody(404, notFound, 'Requested entity was not found.'),
    ...inEveryBody(400, invalid, 'The previous interaction was not found or has expired.'),
    // After the key was changed to one of another project.
    ...inEveryBody(403, denied, 'The caller does not have permission'),
  ],
  notImplemented: [
    plain(501, 'not_implemented', 'Operation is not implemented, or supported, or enabled.'),
    ...inEveryBody(501, ['unimplemented', 'UNIMPLEMENTED'], 'Operation is not implemented, or supported, or enabled.'),
  ],
  backgroundRefused: [
    ...inEveryBody(400, invalid, "'background' is not supported for this request."),
    ...inEveryBody(400, invalid, "'background' requires 'store' to be enabled for the project."),
    ...inEveryBody(403, denied, 'Background execution is not available for this project.'),
    ...inEveryBody(403, denied, "'store' is disabled for this project."),
  ],
  notYetThere: inEveryBody(404, notFound, 'Requested entity was not found.'),
  cancelMethodNotFound: [
    ...gateway(404, 'NOT_FOUND', 'Method not found.'),
    plain(404, 'not_found', 'Method not found.'),
  ],
};
