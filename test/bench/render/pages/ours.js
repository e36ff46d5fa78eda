import { createPartView } from '../../../../media/parts/partViews';
import { markCutEdges } from '../../../../media/scrolling/cutEdges';
import { startHarness } from './harness';

// The one place that knows how the panel shows a text.
startHarness((host) => {
  const view = createPartView({ kind: 'text', text: '' }, { post: () => undefined }, {});
  host.append(view.element);
  markCutEdges(host);
  return { push: (text) => view.grow(text), settle: () => view.settle() };
});
