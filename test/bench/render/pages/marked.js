import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { startHarness } from './harness';

startHarness((host) => {
  let whole = '';
  const push = (text) => {
    whole += text;
    host.innerHTML = DOMPurify.sanitize(marked.parse(whole));
  };
  return { push, settle: () => undefined };
});
