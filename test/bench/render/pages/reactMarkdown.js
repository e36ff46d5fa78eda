import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import Markdown from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import remarkGfm from 'remark-gfm';
import { startHarness } from './harness';

const options = { remarkPlugins: [remarkGfm], rehypePlugins: [rehypeHighlight] };

startHarness((host) => {
  const root = createRoot(host);
  let whole = '';
  const push = (text) => {
    whole += text;
    flushSync(() => root.render(createElement(Markdown, options, whole)));
  };
  return { push, settle: () => undefined };
});
