import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Streamdown } from 'streamdown';
import { startHarness } from './harness';

// Without its plugin for code, which colours nothing while the code comes in: this is the cheaper of the two.
startHarness((host) => {
  const root = createRoot(host);
  let whole = '';
  const push = (text) => {
    whole += text;
    flushSync(() => root.render(createElement(Streamdown, {}, whole)));
  };
  return { push, settle: () => undefined };
});
