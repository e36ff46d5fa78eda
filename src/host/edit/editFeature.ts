import { DisposableStore } from '../../core/base/disposables';
import { contextKeys } from '../../manifest';
import { setContextKey } from '../base/contextKeys';
import type { Feature } from '../feature';
import { openLink } from '../paths/openLink';
import type { Services } from '../services';
import { readModel } from '../settings/settings';
import { CodeActions } from './codeActions';
import { Explain } from './explain';
import { Proposals } from './proposals';
import { Refactor } from './refactor';
import { showAttachment } from './showAttachment';

/** Code in editors: explaining it, changing it after a review, and what the buttons of code in answers do. */
export function editFeature(
  services: Services,
): Feature<
  | 'geminiInteractions.explain'
  | 'geminiInteractions.refactor'
  | 'geminiInteractions.acceptAll'
  | 'geminiInteractions.rejectAll',
  'actOnCode' | 'openAttachment'
> {
  const { log, interactions, gate, apiKey, activity, notices, links, newId } = services;
  const own = new DisposableStore();
  const proposals = own.add(new Proposals());
  const codeActions = own.add(new CodeActions(proposals, links, newId));
  const explain = new Explain(services);
  const refactor = new Refactor(interactions, gate, proposals, apiKey, activity, notices, readModel, newId);
  own.add(
    proposals.onDidChangeReview(() => {
      setContextKey(contextKeys.proposalVisible, proposals.inFront !== undefined);
      setContextKey(contextKeys.proposalReady, proposals.inFront?.replacement !== undefined);
    }),
  );
  return {
    commands: {
      'geminiInteractions.explain': () => explain.run(),
      'geminiInteractions.refactor': () => refactor.run(),
      'geminiInteractions.acceptAll': () => refactor.accept(),
      'geminiInteractions.rejectAll': () => refactor.reject(),
    },
    requests: {
      actOnCode: (request, { session }) => codeActions.run(session, request),
      openAttachment: async ({ turnId, attachmentId }, { session }) => {
        const attachment = session.attachment(turnId, attachmentId);
        if (attachment) await showAttachment(attachment, (url) => openLink(url, log));
      },
    },
    dispose: () => own.dispose(),
  };
}
