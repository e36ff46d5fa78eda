export type IconName =
  | 'add'
  | 'arrow-down'
  | 'arrow-up'
  | 'attach'
  | 'beaker'
  | 'book'
  | 'bug'
  | 'case-sensitive'
  | 'check'
  | 'chevron-down'
  | 'chevron-left'
  | 'chevron-right'
  | 'clockface'
  | 'close'
  | 'code'
  | 'copy'
  | 'device-camera-video'
  | 'edit'
  | 'error'
  | 'eye'
  | 'eye-closed'
  | 'file'
  | 'file-media'
  | 'file-pdf'
  | 'git-pull-request-go-to-changes'
  | 'globe'
  | 'info'
  | 'insert'
  | 'json'
  | 'loading'
  | 'location'
  | 'new-file'
  | 'open-preview'
  | 'question'
  | 'refresh'
  | 'repo-forked'
  | 'save'
  | 'search'
  | 'send'
  | 'settings'
  | 'shield'
  | 'sparkle'
  | 'stop-circle'
  | 'telescope'
  | 'terminal'
  | 'tools'
  | 'type-hierarchy'
  | 'unmute'
  | 'warning'
  | 'word-wrap'
  | 'workspace-trusted'
  | 'zoom-in';

/** Makes an element. Texts become text nodes, which is the only way anything of an answer enters the page. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

export function icon(name: IconName): HTMLElement {
  const made = element('span', `codicon codicon-${name}`);
  made.setAttribute('aria-hidden', 'true');
  return made;
}

export function button(
  className: string,
  onClick: () => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const made = element('button', className, ...children);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

/** A collapsed section with `summary` as its heading. */
export function disclosure(className: string, summary: Node | string, body: Node): HTMLDetailsElement {
  return element('details', className, element('summary', '', icon('chevron-right'), summary), body);
}
